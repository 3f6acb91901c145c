"CtxL";
