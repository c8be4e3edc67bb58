package org.opensocialnet.coverage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.evidence.Span;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;

/**
 * What is looked at, as the address says it: which days, beside which others, told apart by what, of whom alone. What an
 * address says wrongly is left out.
 *
 * @param span how many days are counted
 * @param before the last day of those it is compared with; none for as many days earlier, which only says where it goes
 * @param sort "name", "worst", or the column to sort by
 * @param whole whether all rows are shown, or as many as somebody reads
 */
record View(
        LocalDate day,
        Span span,
        @Nullable LocalDate before,
        Across across,
        Show show,
        String type,
        String group,
        String zone,
        String organization,
        String sort,
        boolean whole) {

    static final String PATH = "/desk/coverage";
    /** As long as what was told of a day is kept. */
    private static final int YEARS = 10;

    /** By what the columns of the matrix are told apart. */
    enum Across {
        GROUP,
        ZONE,
        ORGANIZATION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which rows are shown. */
    enum Show {
        ALL,
        DEFICIT,
        OVERSUPPLY,
        UNKNOWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All of the days up to this one. */
    static View of(LocalDate day) {
        return new View(day, Span.THIRTY_DAYS, null, Across.GROUP, Show.ALL, "", "", "", "", "worst", false);
    }

    static View of(Form form, LocalDate today) {
        var day = date(form.typed("day"), today);
        var before = date(form.typed("before"), today);
        return new View(
                day == null ? today : day,
                one(Span.values(), form.typed("span"), Span.THIRTY_DAYS),
                before,
                one(Across.values(), form.typed("across"), Across.GROUP),
                one(Show.values(), form.typed("show"), Show.ALL),
                code(form.typed("type")),
                code(form.typed("group")),
                code(form.typed("zone")),
                code(form.typed("organization")),
                code(form.typed("sort")).isEmpty() ? "worst" : code(form.typed("sort")),
                form.typed("rows").equals("all"));
    }

    /** Codes and ids are short and plain; anything else is none. */
    private static String code(String typed) {
        return typed.matches("[A-Za-z0-9-]{1,64}") ? typed : "";
    }

    private static <E extends Enum<E>> E one(E[] all, String typed, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> Items.code(each).equalsIgnoreCase(typed))
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable LocalDate date(String typed, LocalDate today) {
        try {
            var day = LocalDate.parse(typed);
            return day.isBefore(today.minusYears(YEARS)) || day.isAfter(today) ? null : day;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    LocalDate earlier() {
        return before == null ? day.minusDays(span.days()) : before;
    }

    boolean isNarrowed() {
        return !group.isEmpty() || !zone.isEmpty() || !organization.isEmpty() || show != Show.ALL;
    }

    /** The cell of a row and a column. */
    Cell cell(String type, String column) {
        return switch (across) {
            case GROUP ->
                !zone.isEmpty()
                        ? Cell.inZone(type, column, zone)
                        : !organization.isEmpty()
                                ? Cell.ofOrganization(type, column, organization)
                                : Cell.of(type, column);
            case ZONE -> Cell.inZone(type, group.isEmpty() ? Picture.ALL : group, column);
            case ORGANIZATION -> Cell.ofOrganization(type, group.isEmpty() ? Picture.ALL : group, column);
        };
    }

    View sortedBy(String other) {
        return new View(day, span, before, across, show, type, group, zone, organization, other, whole);
    }

    /** With all its rows. */
    View complete() {
        return new View(day, span, before, across, show, type, group, zone, organization, sort, true);
    }

    View across(Across other) {
        return new View(
                day, span, before, other, show, type, other == Across.GROUP ? "" : group, "", "", "worst", whole);
    }

    /** The address of a page about these days, without language. */
    String path(String page, String... more) {
        var path = new StringBuilder(PATH).append(page).append("?day=").append(day);
        if (span != Span.THIRTY_DAYS) {
            path.append("&span=").append(Items.code(span));
        }
        if (before != null) {
            path.append("&before=").append(before);
        }
        for (var each : List.of(more)) {
            path.append('&').append(each);
        }
        return path.toString();
    }

    /** The address of this very view, on another page of the same kind. */
    String here(String page) {
        return path(
                page,
                "across=" + across.code(),
                "show=" + show.code(),
                "group=" + group,
                "zone=" + zone,
                "organization=" + organization,
                "sort=" + sort,
                "rows=" + (whole ? "all" : ""));
    }

    String cellPath(Cell cell) {
        return path(
                "/cell",
                "type=" + coded(cell.type()),
                "group=" + coded(cell.group()),
                "zone=" + coded(cell.zone()),
                "organization=" + coded(cell.organization()));
    }

    private static String coded(String code) {
        return code.equals(Picture.ALL) ? "" : URLEncoder.encode(code, StandardCharsets.UTF_8);
    }
}
