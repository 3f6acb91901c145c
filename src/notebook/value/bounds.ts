/** How much of a value crosses from the worker to the page. What is left out is counted, never lost silently. */

/** rows of a table */
export const MAX_ROWS = 5_000;
/** columns of a table; wider ones cannot be read */
export const MAX_COLUMNS = 60;
/** characters of a text */
export const MAX_TEXT = 65_536;
/** characters of a text inside a table or a tree */
export const MAX_CELL_TEXT = 500;
/** characters of a property's name */
export const MAX_NAME = 120;
/** bytes of the whole value as JSON */
export const MAX_BYTES = 2_000_000;
/** levels of a tree */
export const MAX_DEPTH = 4;
/** levels of an extended value's data, whose view knows its shape */
export const MAX_DATA_DEPTH = 6;
/** entries of one branch of a tree */
export const MAX_ENTRIES = 200;
/** numbers shown of a typed array inside a tree */
export const MAX_TYPED_ENTRIES = 5;
/** property names listed while a value is read, repeats included: bounds the time one spends on a hostile value */
export const MAX_NAMES_LISTED = 200_000;

/** points one mark of a chart is thinned to */
export const MAX_POINTS = 1_000;
/** points one mark may be made from */
export const MAX_POINTS_READ = 2_000_000;
/** marks of a chart */
export const MAX_MARKS = 24;
/** bars, rules or texts of one mark */
export const MAX_SHAPES = 400;
/** rows of the table behind a chart */
export const MAX_CHART_ROWS = 24;
