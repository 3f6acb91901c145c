// As the solution gives it on the page
800_533;
