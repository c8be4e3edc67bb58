package org.opensocialnet.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.coverage.View.Across;
import org.opensocialnet.coverage.View.Show;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Picture.Split;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.shortfall.Reading;

/**
 * Kinds of service down, groups or communities or organisations across; every cell read. Nothing is asked of the database.
 */
record Matrix(List<String> columns, List<Row> rows) {

    /** More columns than these nobody reads; those where most is missing stay. */
    private static final int READABLE = 14;

    /** One kind of service. */
    record Row(String type, List<Read> cells) {

        double weight() {
            return cells.stream().mapToDouble(Read::weight).max().orElse(0);
        }

        private boolean shows(Show show) {
            return cells.stream().anyMatch(cell -> Matrix.shows(cell, show));
        }
    }

    private static boolean shows(Read cell, Show show) {
        return switch (show) {
            case ALL -> !cell.isBlank();
            case DEFICIT -> cell.isDeficit();
            case OVERSUPPLY -> cell.isSpare();
            case UNKNOWN -> cell.isUnknown() && !cell.isBlank();
        };
    }

    static Matrix of(Reading reading, @Nullable Reading before, View view, Collection<String> zones) {
        var all = columns(reading.picture(), view, zones);
        var rows = reading.picture().types().stream()
                .map(type -> new Row(
                        type,
                        all.stream()
                                .map(column -> read(reading, before, view.cell(type, column)))
                                .toList()))
                .filter(row -> row.shows(view.show()))
                .toList();
        return new Matrix(all, rows).trimmed(view.show()).sorted(view.sort());
    }

    /** Where it goes and why is read only where it is asked for. */
    private static Read read(Reading reading, @Nullable Reading before, Cell cell) {
        return before == null ? reading.glance(cell) : reading.read(cell, before);
    }

    private static List<String> columns(Picture picture, View view, Collection<String> zones) {
        var columns = new TreeSet<String>();
        switch (view.across()) {
            case GROUP -> columns.addAll(picture.groups());
            case ZONE -> {
                columns.addAll(zones);
                columns.addAll(picture.parts(Split.ZONE));
            }
            case ORGANIZATION -> {
                columns.addAll(picture.parts(Split.ORGANIZATION));
                picture.around().offers().forEach(offer -> columns.add(offer.organization()));
            }
        }
        if (view.across() == Across.GROUP && !view.group().isEmpty()) {
            columns.retainAll(List.of(view.group()));
        }
        return List.copyOf(columns);
    }

    /** Without columns in which nothing is of what is looked for, the weightiest first. */
    private Matrix trimmed(Show show) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            if (rows.stream().anyMatch(row -> shows(row.cells().get(at), show))) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer at) -> rows.stream()
                        .mapToDouble(row -> row.cells().get(at).weight())
                        .sum())
                .reversed());
        var kept = List.copyOf(order);
        return new Matrix(
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.type(), kept.stream().map(row.cells()::get).toList()))
                        .toList());
    }

    private Matrix sorted(String by) {
        int at = columns.indexOf(by.startsWith("by-") ? by.substring(3) : by);
        var order = at >= 0
                ? Comparator.comparingDouble((Row row) -> -row.cells().get(at).weight())
                : Comparator.comparingDouble((Row row) -> -row.weight());
        return new Matrix(
                columns, rows.stream().sorted(order.thenComparing(Row::type)).toList());
    }

    /** As much of it as can be read on a page: the columns where most is missing. */
    Matrix readable() {
        return new Matrix(
                columns.stream().limit(READABLE).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.type(), row.cells().stream().limit(READABLE).toList()))
                        .toList());
    }

    /** The cells where help is missing most, then those nobody knows of. */
    List<Read> worst(int atMost) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.weight() > 0 && !cell.isBlank())
                .sorted(Comparator.comparingDouble(Read::weight).reversed())
                .limit(atMost)
                .toList();
    }

    long count(Show what) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> switch (what) {
                    case ALL -> true;
                    case DEFICIT -> cell.isDeficit();
                    case OVERSUPPLY -> cell.isSpare();
                    case UNKNOWN -> cell.isUnknown() && !cell.isBlank();
                })
                .count();
    }
}
