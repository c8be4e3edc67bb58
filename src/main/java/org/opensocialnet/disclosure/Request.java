package org.opensocialnet.disclosure;

import java.time.LocalDate;
import java.util.List;

/**
 * What is about to be told together: tables that count the same thing. Cells of several tables that speak of the same
 * nodes of the same axes are one figure and must agree.
 *
 * @param subject what is counted, such as "needs, persons"; figures of different subjects are never added up
 * @param period the days counted by tables without an axis of time
 * @param date the day of the telling
 */
public record Request(String subject, Period period, LocalDate date, List<Table> tables) {

    public Request {
        tables = List.copyOf(tables);
        if (tables.isEmpty() || tables.stream().map(Table::name).distinct().count() < tables.size()) {
            throw new IllegalArgumentException("A request has tables, each with a name of its own.");
        }
    }
}
