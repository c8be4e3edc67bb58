package org.opensocialnet.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.coverage.CellAct;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.DeskSearch;
import org.opensocialnet.desk.OpenedKind;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.people.PersonActions;
import org.opensocialnet.retention.AgingRows;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.support.RequestList.Stalled;
import org.opensocialnet.support.RequestList.Wanted;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room adds to the desk: its pages, what waits, what is found, whose a request is. */
@Configuration(proxyBeanMethods = false)
class SupportConfig {

    private static final int DAYS_BEFORE = 3;

    @Bean
    DeskEntry requestsOfOrganization() {
        return new DeskEntry(
                Group.NETWORK, 30, RequestListPages.PATH, Permission.SUPPORT_ASK, t -> t.of("support.title"));
    }

    @Bean
    DeskEntry requestsOfTeam() {
        return new DeskEntry(
                Group.NETWORK, 30, RequestListPages.PATH, Permission.SUPPORT_DECIDE, t -> t.of("support.title"));
    }

    /** The gate asks whose it is, with the eyes of whoever looks. */
    @Bean
    Keeper supportRequestKeeper(RequestActs acts) {
        return new Keeper() {
            @Override
            public String kind() {
                return "ask";
            }

            @Override
            public Optional<UUID> organization(UUID ask) {
                return acts.find(ask)
                        .flatMap(found -> Optional.ofNullable(found.asker().organization()));
            }
        };
    }

    @Bean
    ToDo requestsToDo(RequestList list, Clock clock) {
        return (me, t) -> me.may(Permission.SUPPORT_DECIDE)
                ? team(list, clock, t)
                : me.may(Permission.SUPPORT_ASK) && me.organization() instanceof UUID own
                        ? asker(list, own, t)
                        : List.of();
    }

    private static List<ToDo.Card> team(RequestList list, Clock clock, Words t) {
        var cards = new ArrayList<ToDo.Card>();
        var waiting = list.waiting(null, List.of("Submitted", "Appealed", "Accepted"), null);
        if (waiting.any()) {
            cards.add(new ToDo.Card(
                    68,
                    t.of("support.todo.waiting", waiting.requests()),
                    t.of("support.todo.waiting-why"),
                    t.of("support.todo.decide"),
                    RequestListPages.PATH + "?shown=waiting"));
        }
        var late = list.waiting(
                null, List.of("Open", "PartlyCovered"), LocalDate.now(clock).plusDays(DAYS_BEFORE));
        stalled(list.stalled(null), late.requests(), 84, t).ifPresent(cards::add);
        return cards;
    }

    private static List<ToDo.Card> asker(RequestList list, UUID own, Words t) {
        var cards = new ArrayList<ToDo.Card>();
        var back = list.waiting(own, List.of("Returned"), null);
        if (back.any()) {
            cards.add(new ToDo.Card(
                    72,
                    t.of("support.todo.back", back.requests()),
                    t.of("support.todo.back-why"),
                    t.of("support.todo.answer"),
                    RequestListPages.PATH + "?shown=back"));
        }
        stalled(list.stalled(own), 0, 70, t).ifPresent(cards::add);
        return cards;
    }

    /** What is due or stands still, and where: one card, for the first page has room for seven. */
    private static Optional<ToDo.Card> stalled(Stalled stalled, int late, int rank, Words t) {
        if (!stalled.any() && late == 0) {
            return Optional.empty();
        }
        var where = new ArrayList<String>();
        if (late > 0) {
            where.add(t.of("support.todo.due", late, DAYS_BEFORE));
        }
        if (stalled.undecided() > 0) {
            where.add(t.of("support.todo.undecided", stalled.undecided()));
        }
        if (stalled.uncovered() > 0) {
            where.add(t.of("support.todo.uncovered", stalled.uncovered()));
        }
        if (stalled.going() > 0) {
            where.add(t.of("support.todo.going", stalled.going()));
        }
        if (stalled.unconfirmed() > 0) {
            where.add(t.of("support.todo.unconfirmed", stalled.unconfirmed()));
        }
        return Optional.of(new ToDo.Card(
                rank,
                t.of("support.todo.stalled"),
                String.join(" ", where),
                t.of("support.todo.look"),
                RequestListPages.PATH + "?shown=" + (stalled.any() ? RequestList.STALLED : "call")));
    }

    @Bean
    DeskSearch requestSearch(RequestList list) {
        return (text, me, t, atMost) -> {
            boolean team = me.may(Permission.SUPPORT_DECIDE);
            if (!team && (!me.may(Permission.SUPPORT_ASK) || me.organization() == null)) {
                return List.of();
            }
            return list.page(new Wanted(team ? null : me.organization(), "", "", text, null), atMost).stream()
                    .map(row -> hit(row, t))
                    .toList();
        };
    }

    private static DeskSearch.Hit hit(RequestList.Row row, Words t) {
        return new DeskSearch.Hit(
                t.of("support.search.kind"),
                row.title(),
                t.of("support.search.note", t.number(row.number())),
                RequestListPages.PATH + "/" + row.id());
    }

    @Bean
    OpenedKind openedRequests(JdbcClient jdbc) {
        return new OpenedKind() {
            @Override
            public String code() {
                return "support-request";
            }

            @Override
            public Map<UUID, DeskSearch.Hit> known(Collection<UUID> records, Words t) {
                return jdbc
                        .sql("select id, number, title from support.request where id = any (:ids)")
                        .param("ids", records.toArray(UUID[]::new))
                        .query((row, _) -> Map.entry(
                                row.getObject("id", UUID.class),
                                new DeskSearch.Hit(
                                        t.of("support.search.kind"),
                                        row.getString("title"),
                                        t.of("support.search.note", t.number(row.getInt("number"))),
                                        RequestListPages.PATH + "/" + row.getString("id"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            }
        };
    }

    /** From a person's page: to ask for something for her. */
    @Bean
    PersonActions askForPerson() {
        return (me, person, t) -> me.may(Permission.SUPPORT_ASK) && me.may(Permission.PEOPLE_KEEP)
                ? List.of(new PersonActions.Link(
                        t.of("support.person.ask"),
                        RequestHeadPages.forPerson(person.id().value())))
                : List.of();
    }

    /** From a deficit straight to a request: the coordination team asks for help with it, and both stay linked. */
    @Bean
    CellAct askForDeficit() {
        return new CellAct() {
            @Override
            public Permission permission() {
                return Permission.SUPPORT_DECIDE;
            }

            @Override
            public String words(Words t) {
                return t.of("support.from-cell.ask");
            }

            @Override
            public String path(Cell cell, LocalDate day) {
                return RequestListPages.PATH + "/new?type=" + coded(cell.type()) + "&group=" + coded(cell.group())
                        + "&zone=" + coded(cell.zone());
            }
        };
    }

    private static String coded(String code) {
        return code.equals("*") ? "" : URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    /** Requests that are over go some years after the last thing that happened, with all that was written in them. */
    @Component
    static class RequestKeeping extends AgingRows {

        static final Setting<Integer> YEARS = new Setting<>(
                "support.over-years",
                Setting.Group.RETENTION,
                40,
                Forms.number(1, 20),
                5,
                "support.setting.over-years",
                "support.setting.over-years.hint");

        RequestKeeping(JdbcClient jdbc) {
            super(jdbc, "support.request", Unit.YEARS, YEARS, """
                    select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                    from support.request
                    where status in ('Closed', 'Refused', 'Withdrawn', 'Draft') and changed_at < :before
                    group by 1
                    """, """
                    with gone as (
                        delete from support.request
                        where status in ('Closed', 'Refused', 'Withdrawn', 'Draft') and changed_at < :before
                        returning organization
                    )
                    select coalesce(organization, '00000000-0000-0000-0000-000000000000') as organization, count(*)::int as rows
                    from gone group by 1
                    """);
        }

        @Override
        public String what(Words t) {
            return t.of("support.kept.request");
        }

        @Bean
        static Declared requestsKept() {
            return new Declared(List.of(YEARS));
        }
    }
}
