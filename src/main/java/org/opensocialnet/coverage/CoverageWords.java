package org.opensocialnet.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.opensocialnet.coverage.CoverageNames.Named;
import org.opensocialnet.disclosure.Shown;
import org.opensocialnet.evidence.Offer;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.shortfall.Cause;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.shortfall.Figure;
import org.opensocialnet.shortfall.Read;
import org.opensocialnet.shortfall.Read.Shade;
import org.opensocialnet.shortfall.Reading;
import org.opensocialnet.shortfall.Trend;
import org.opensocialnet.web.Words;

/**
 * Says what a cell means, in the reader's language: its number, and whole sentences.
 *
 * @param said numbers of this page that were written before: thousands of cells have few different ones
 */
record CoverageWords(Words t, Named names, Reading reading, Map<Object, String> said) {

    private static final int SMALL = 10;
    private static final int FEW = 5;

    /** What is between two numbers only because it may not be told. */
    private static final List<String> GATE = List.of("disclosure");

    CoverageWords(Words t, Named names, Reading reading) {
        this(t, names, reading, new HashMap<>());
    }

    /** The number in a cell: what is missing with a minus, what is free with a plus. */
    String number(Read read) {
        return switch (read.shade()) {
            case WITHHELD -> "·";
            case UNKNOWN -> "?";
            case SPARE, SPARE_MUCH -> "+" + about(read.standing().spare());
            case DEFICIT_SLIGHT, DEFICIT, DEFICIT_GRAVE ->
                "−" + about(read.standing().shortfall());
            case BALANCED ->
                read.unmet() instanceof Shown.FewerThan(int limit)
                        ? "<" + limit
                        : read.standing().shortfall().amount() == 0
                                ? "0"
                                : "−" + about(read.standing().shortfall());
        };
    }

    /** What stands small below the number. */
    String note(Read read) {
        return switch (read.shade()) {
            case WITHHELD, UNKNOWN -> shade(read.shade());
            default -> percent(read.standing().coverage());
        };
    }

    String percent(OptionalDouble percent) {
        return percent.isEmpty()
                ? "–"
                : said.computeIfAbsent(
                        Math.round(percent.getAsDouble()), whole -> t.of("coverage.percent", t.number((Long) whole)));
    }

    String shade(Shade shade) {
        return said.computeIfAbsent(shade, _ -> word(shade));
    }

    private String word(Shade shade) {
        return switch (shade) {
            case DEFICIT_SLIGHT, DEFICIT, DEFICIT_GRAVE -> t.of("coverage.shade.deficit");
            case BALANCED -> t.of("coverage.shade.balanced");
            case SPARE, SPARE_MUCH -> t.of("coverage.shade.spare");
            case WITHHELD -> t.of("coverage.shade.withheld");
            case UNKNOWN -> t.of("coverage.shade.unknown");
        };
    }

    /** A count as it may be told. */
    String shown(Shown shown) {
        return switch (shown) {
            case Shown.Value(long people) -> t.number(people);
            case Shown.FewerThan(int limit) -> t.of("coverage.fewer", limit);
            case Shown.Withheld _ -> t.of("coverage.shade.withheld");
            case Shown.Unknown _ -> t.of("coverage.shade.unknown");
            case Shown.Rounded(long people, int _) -> t.of("coverage.about", t.number(people));
        };
    }

    String figure(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> amount(known.amount());
            case Figure.Estimated some
            when some.sources().equals(GATE) -> t.of("coverage.between", amount(some.least()), amount(some.most()));
            case Figure.Estimated some ->
                t.of("coverage.interval", amount(some.amount()), amount(some.least()), amount(some.most()));
            case Figure.Unknown(double atLeast) ->
                atLeast > 0 ? t.of("coverage.at-least", amount(atLeast)) : t.of("coverage.shade.unknown");
        };
    }

    private String about(Figure figure) {
        return amount(figure.amount());
    }

    /** Small averages keep one digit behind the point. */
    String amount(double amount) {
        var shown = amount < SMALL
                ? BigDecimal.valueOf(amount).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros()
                : BigDecimal.valueOf(Math.round(amount));
        return said.computeIfAbsent(shown, number -> t.number((BigDecimal) number));
    }

    /** In which time a kind of service is counted. */
    String time(String type) {
        return reading.isDaily(type)
                ? t.of("coverage.time.day")
                : t.of("coverage.time.days", reading.picture().days());
    }

    /** What a cell is about: "Night shelter, Women". */
    String about(Cell cell) {
        var parts = new ArrayList<String>(List.of(names.type(cell.type())));
        if (!cell.group().equals(Picture.ALL)) {
            parts.add(names.group(cell.group()));
        }
        if (!cell.isWhole()) {
            parts.add(
                    cell.zone().equals(Picture.ALL)
                            ? names.organization(cell.organization())
                            : names.zone(cell.zone()));
        }
        return String.join(", ", parts);
    }

    /** One cell in sentences: "12 places for about 40 people a day. Full on 26 of 30 days." */
    String says(Read read) {
        var sentences = new ArrayList<String>();
        var seen = read.standing().seen();
        if (read.isWithheld()) {
            sentences.add(t.of("coverage.says.withheld"));
        } else if (read.isBlank()) {
            if (read.apart() == 0) {
                sentences.add(t.of("coverage.says.nothing"));
            }
        } else if (read.offers().isEmpty()) {
            var asked = amount(seen.need().amount());
            var time = time(read.cell().type());
            if (read.apart() > 0) {
                sentences.add(t.of("coverage.says.need", asked, time));
            } else {
                sentences.add(
                        Reading.seesAll(reading.picture(), read.cell())
                                ? t.of("coverage.says.nobody", asked, time)
                                : t.of("coverage.says.elsewhere", asked, time));
            }
        } else if (seen.capacity() instanceof Figure.Known(double places) && places > 0) {
            sentences.add(t.of(
                    "coverage.says.places",
                    amount(places),
                    amount(seen.need().amount()),
                    time(read.cell().type())));
        } else if (read.silent() == 0) {
            sentences.add(t.of(
                    "coverage.says.reached",
                    amount(seen.reached().amount()),
                    amount(seen.need().amount()),
                    time(read.cell().type())));
        }
        if (read.silent() > 0) {
            sentences.add(t.of("coverage.says.silent", read.silent(), asked(read)));
            if (read.unmet() instanceof Shown.Value(long people) && people > 0) {
                sentences.add(t.of(
                        "coverage.says.asked",
                        t.number(people),
                        reading.picture().days()));
            }
        }
        if (read.apart() > 0) {
            sentences.add(t.of("coverage.says.apart", read.apart()));
        }
        for (var ranked : read.standing().reasons()) {
            if (ranked.reason() instanceof Cause.Full(double _, int days, int ofDays) && days > 0) {
                sentences.add(t.of("coverage.says.full", days, ofDays));
            }
        }
        return String.join(" ", sentences);
    }

    static long asked(Read read) {
        return read.offers().stream().map(Offer::organization).distinct().count();
    }

    /** A reason with what shows it. */
    String reason(Cause reason, String type) {
        return switch (reason) {
            case Cause.NoProvider _ -> t.of("coverage.reason.no-provider");
            case Cause.Full(double people, int days, int ofDays) ->
                days > 0
                        ? t.of("coverage.reason.full.days", days, ofDays, people(people, type))
                        : t.of("coverage.reason.full", people(people, type));
            case Cause.TooFar(double people) -> t.of("coverage.reason.too-far", people(people, type));
            case Cause.SentAway(org.opensocialnet.ledger.Reason why, double people) ->
                switch (why) {
                    case CLOSED -> t.of("coverage.reason.closed", people(people, type));
                    case NOT_ELIGIBLE -> t.of("coverage.reason.not-eligible", people(people, type));
                    case LANGUAGE -> t.of("coverage.reason.language", people(people, type));
                    case COST -> t.of("coverage.reason.cost", people(people, type));
                    case PAPERS -> t.of("coverage.reason.papers", people(people, type));
                    case DECLINED -> t.of("coverage.reason.declined", people(people, type));
                    case NO_PROVIDER -> t.of("coverage.reason.none-known", people(people, type));
                    case NO_ANSWER -> t.of("coverage.reason.unanswered", people(people, type));
                    case STALE_RECORD -> t.of("coverage.reason.wrong-record", people(people, type));
                    case FULL, TOO_FAR, OTHER -> t.of("coverage.reason.other", people(people, type));
                };
            case Cause.NoAnswer(int silent, int asked) -> t.of("coverage.reason.no-answer", silent, asked);
            case Cause.StaleRecord(int records, LocalDate oldest) ->
                oldest.equals(LocalDate.EPOCH)
                        ? t.of("coverage.reason.never", records)
                        : t.of("coverage.reason.stale", records, t.date(oldest));
        };
    }

    /** Of few people nothing is told but that they are few. */
    private String people(double people, String type) {
        boolean few = people * (reading.isDaily(type) ? reading.picture().days() : 1) < FEW;
        return few && reading.picture().guarded() ? t.of("coverage.fewer", FEW) : amount(people);
    }

    String trend(Trend trend) {
        return switch (trend) {
            case WORSE -> t.of("coverage.trend.worse");
            case BETTER -> t.of("coverage.trend.better");
            case STEADY -> t.of("coverage.trend.steady");
            case UNKNOWN -> t.of("coverage.trend.unknown");
        };
    }

    String confidence(Read read) {
        return read.isWithheld()
                ? t.of("coverage.shade.withheld")
                : switch (read.standing().confidence()) {
                    case KNOWN -> t.of("coverage.confidence.known");
                    case ESTIMATED ->
                        t.of(
                                "coverage.confidence.estimated",
                                String.join("; ", sources(read.standing().seen().need())));
                    case UNKNOWN -> t.of("coverage.confidence.unknown");
                };
    }

    private List<String> sources(Figure figure) {
        return figure instanceof Figure.Estimated some
                ? some.sources().stream()
                        .map(source -> source.equals("disclosure") ? t.of("coverage.source.disclosure") : source)
                        .toList()
                : List.of();
    }
}
