/** Characters of one cell that a person corrects: as many as a cell of a workbook can hold. */
export const MAX_CELL = 32_767;
