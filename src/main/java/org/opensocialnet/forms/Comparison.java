package org.opensocialnet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The answers to two editions of a form beside each other. Questions are the same when they have the same name. Who answered
 * differs from one edition to the next, so each figure is told once for all and once for those who answered both.
 */
public final class Comparison {

    private final Edition one;
    private final Edition other;
    private final List<UUID> both;
    private final Offering offering;

    public Comparison(Edition one, Edition other, Offering offering) {
        this.one = one;
        this.other = other;
        this.offering = offering;
        this.both = one.answers().keySet().stream()
                .filter(other.answers()::containsKey)
                .toList();
    }

    /** One edition: its questions, and what each of those who answered wrote. */
    public record Edition(Blueprint form, Map<UUID, Entries> answers) {}

    /** What is counted of an answer. */
    public enum Counted {

        /** How many gave any answer. */
        ANSWERS,

        /** How many chose it; in a table how many rows. */
        CHOSEN,

        /** The numbers added up. */
        SUM,

        /** How many rows there are. */
        ROWS
    }

    /**
     * One figure of one question in both editions.
     *
     * @param part the choice that is counted, or the choice by which numbers are divided; nothing where it is all
     * @param first none where that edition did not ask it: that is not nought
     */
    public record Figure(
            Counted counted,
            Bilingual part,
            @Nullable Long first,
            @Nullable Long second,
            @Nullable Long firstOfBoth,
            @Nullable Long secondOfBoth) {

        /** How much more those said who answered both; none where one of the editions did not ask. */
        public @Nullable Long difference() {
            return firstOfBoth == null || secondOfBoth == null ? null : Long.valueOf(secondOfBoth - firstOfBoth);
        }
    }

    /** All figures of one question. */
    public record Line(Bilingual label, Bilingual within, List<Figure> figures) {}

    /** How many have answered both. */
    public int answeredBoth() {
        return both.size();
    }

    public List<Line> lines() {
        var names = new LinkedHashMap<String, Question>();
        other.form().asking().forEach(question -> names.put(question.name(), question));
        one.form().asking().forEach(question -> names.putIfAbsent(question.name(), question));
        var lines = new ArrayList<Line>();
        for (var question : names.values()) {
            if (question.kind() == Kind.TABLE) {
                table(question, lines);
            } else {
                lines.add(new Line(question.label(), Bilingual.NOTHING, simple(question)));
            }
        }
        return lines;
    }

    private List<Figure> simple(Question question) {
        var name = question.name();
        var spot = Spot.of(name);
        return switch (question.kind()) {
            case NUMBER -> List.of(figure(Counted.SUM, Bilingual.NOTHING, name, "", said -> number(said.text(spot))));
            case ONE, MANY ->
                options(question).stream()
                        .map(option -> figure(
                                Counted.CHOSEN,
                                option.label(),
                                name,
                                "",
                                said -> said.codes(spot).contains(option.code()) ? 1 : 0))
                        .toList();
            default ->
                List.of(figure(
                        Counted.ANSWERS,
                        Bilingual.NOTHING,
                        name,
                        "",
                        said -> said.text(spot).isEmpty() ? 0 : 1));
        };
    }

    private void table(Question table, List<Line> lines) {
        var name = table.name();
        lines.add(new Line(
                table.label(),
                Bilingual.NOTHING,
                List.of(figure(
                        Counted.ROWS,
                        Bilingual.NOTHING,
                        name,
                        "",
                        said -> said.rows(name).size()))));
        for (var column : columns(table)) {
            var figures = new ArrayList<Figure>();
            if (column.kind() == Kind.NUMBER) {
                figures.add(figure(
                        Counted.SUM,
                        Bilingual.NOTHING,
                        name,
                        column.name(),
                        said -> sum(said, table, column, null, "")));
                for (var by : table.columns()) {
                    if (by.kind() == Kind.ONE) {
                        options(by)
                                .forEach(option -> figures.add(figure(
                                        Counted.SUM,
                                        option.label(),
                                        name,
                                        column.name(),
                                        said -> sum(said, table, column, by, option.code()))));
                    }
                }
            } else if (column.kind().chooses()) {
                options(column)
                        .forEach(option -> figures.add(figure(
                                Counted.CHOSEN,
                                option.label(),
                                name,
                                column.name(),
                                said -> said.rows(name).stream()
                                        .filter(row -> said.codes(new Spot(name, row, column.name()))
                                                .contains(option.code()))
                                        .count())));
            }
            var told = figures.stream().filter(Comparison::saysSomething).toList();
            if (!told.isEmpty()) {
                lines.add(new Line(column.label(), table.label(), told));
            }
        }
    }

    /** A long vocabulary is told only where somebody has chosen of it. */
    private static boolean saysSomething(Figure figure) {
        return figure.part().blank()
                || figure.first() != null && figure.first() != 0
                || figure.second() != null && figure.second() != 0;
    }

    private Collection<Question> columns(Question table) {
        var columns = new LinkedHashMap<String, Question>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        one.form()
                .question(table.name())
                .ifPresent(before -> before.columns().forEach(column -> columns.putIfAbsent(column.name(), column)));
        return columns.values();
    }

    private static long sum(Entries said, Question table, Question column, @Nullable Question by, String code) {
        return said.rows(table.name()).stream()
                .filter(row -> by == null
                        || said.text(new Spot(table.name(), row, by.name())).equals(code))
                .mapToLong(row -> number(said.text(new Spot(table.name(), row, column.name()))))
                .sum();
    }

    private static long number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    /** The choices of both editions: one that was taken out is still told of the edition that had it. */
    private Collection<Option> options(Question question) {
        var options = new LinkedHashSet<>(offering.of(question));
        var before = one.form().question(question.name());
        before.ifPresent(each -> offering.of(each).stream()
                .filter(option ->
                        options.stream().noneMatch(known -> known.code().equals(option.code())))
                .forEach(options::add));
        return options;
    }

    private Figure figure(Counted counted, Bilingual part, String name, String column, ToLongFunction<Entries> count) {
        boolean first = asks(one.form(), name, column);
        boolean second = asks(other.form(), name, column);
        return new Figure(
                counted,
                part,
                first ? total(one.answers().values(), count) : null,
                second ? total(other.answers().values(), count) : null,
                first ? total(of(one), count) : null,
                second ? total(of(other), count) : null);
    }

    private List<Entries> of(Edition edition) {
        return both.stream()
                .map(each -> edition.answers().getOrDefault(each, Entries.NONE))
                .toList();
    }

    private static Long total(Collection<Entries> answers, ToLongFunction<Entries> count) {
        return answers.stream().mapToLong(count).sum();
    }

    private static boolean asks(Blueprint form, String name, String column) {
        return form.question(name)
                .filter(question -> column.isEmpty() || question.column(column).isPresent())
                .isPresent();
    }
}
