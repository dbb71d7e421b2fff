package dev.longshore.benchmarks;

import java.sql.SQLException;

/** A database that a benchmark fills faster than the product would. */
interface Statements {
    void execute(String... statements) throws SQLException;
}
