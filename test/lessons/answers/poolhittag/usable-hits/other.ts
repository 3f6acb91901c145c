// The numbers of the page, with a slip.
({ allocations: 129, frees: 110 });
