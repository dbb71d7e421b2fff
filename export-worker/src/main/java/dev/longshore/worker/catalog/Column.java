package dev.longshore.worker.catalog;

/**
 * A column of an export type.
 *
 * @param name name in the output, for example {@code startDate}
 * @param column name in the source's view, for example {@code start_date}
 * @param nullable whether the contract allows nulls; readers accept them in any case
 */
public record Column(String name, String column, ColumnType type, boolean nullable) {}
