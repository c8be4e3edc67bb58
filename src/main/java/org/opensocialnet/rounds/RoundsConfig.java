package org.opensocialnet.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.messaging.LetterFamily;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk, its letters, and how long it keeps what. */
@Configuration(proxyBeanMethods = false)
class RoundsConfig {

    static final Setting<Integer> LINKS_KEPT = new Setting<>(
            "rounds.links-kept",
            Setting.Group.RETENTION,
            70,
            Forms.number(1, 365),
            30,
            "rounds.setting.links-kept",
            "rounds.setting.links-kept.hint");

    static final Setting<Integer> PEOPLE_KEPT = new Setting<>(
            "rounds.people-kept",
            Setting.Group.RETENTION,
            71,
            Forms.number(1, 730),
            90,
            "rounds.setting.people-kept",
            "rounds.setting.people-kept.hint");

    static final Setting<Integer> ROUNDS_KEPT = new Setting<>(
            "rounds.rounds-kept",
            Setting.Group.RETENTION,
            72,
            Forms.number(30, 3650),
            730,
            "rounds.setting.rounds-kept",
            "rounds.setting.rounds-kept.hint");

    @Bean
    Declared roundSettings() {
        return new Declared(LINKS_KEPT, PEOPLE_KEPT, ROUNDS_KEPT);
    }

    @Bean
    DeskEntry roundsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 50, RoundPages.PATH, Permission.DIRECTORY_KEEP, t -> t.of("rounds.title"));
    }

    /** Asked for by the city's coordination: an organisation can say no by answering, not by silence of the post. */
    @Bean
    LetterKind roundRequest() {
        return LetterKind.needed(RoundLetters.REQUEST, t -> t.of("rounds.letter.request"), Duration.ofDays(7))
                .with("organization", "round", "records", "deadline", "message")
                .withSecret("link")
                .atMost(60);
    }

    @Bean
    LetterKind roundReminder() {
        var reminders = new LetterFamily("rounds.reminders", t -> t.of("rounds.letter.family"), false);
        return LetterKind.of(reminders, RoundLetters.REMINDER, t -> t.of("rounds.letter.reminder"), Duration.ofDays(3))
                .with("organization", "round", "records", "deadline", "message")
                .withSecret("link")
                .atMost(60);
    }

    /** The gate asks whose it is where a member answers for the own organisation. */
    @Bean
    Keeper askedKeeper(Board board) {
        return new Keeper() {
            @Override
            public String kind() {
                return "asked";
            }

            @Override
            public Optional<UUID> organization(UUID asked) {
                return board.find(asked).map(Asked::organization);
            }
        };
    }

    @Bean
    ToDo ownAnswersToDo(Board board) {
        return (me, t) -> {
            var own = me.organization();
            return own == null || !me.may(Permission.DIRECTORY_PUBLISH)
                    ? List.of()
                    : board.waitingFor(own).stream()
                            .map(asked -> new ToDo.Card(
                                    58,
                                    t.of("rounds.todo.own"),
                                    t.of("rounds.todo.own-why", t.date(asked.deadline())),
                                    t.of("rounds.todo.own-act"),
                                    OwnAnswerPages.PATH + asked.id()))
                            .toList();
        };
    }

    @Bean
    ToDo roundsToDo(Board board) {
        return (me, t) -> {
            if (!me.may(Permission.DIRECTORY_KEEP)) {
                return List.of();
            }
            var waiting = board.waiting();
            var cards = new ArrayList<ToDo.Card>();
            if (waiting.answers() > 0) {
                cards.add(new ToDo.Card(
                        64,
                        t.of("rounds.todo.answers", waiting.answers()),
                        t.of("rounds.todo.answers-why"),
                        t.of("rounds.todo.answers-act"),
                        RoundPages.PATH + "/" + waiting.answersRound() + "?state=different"));
            }
            if (waiting.overdue() > 0) {
                cards.add(new ToDo.Card(
                        48,
                        t.of("rounds.todo.overdue", waiting.overdue()),
                        t.of("rounds.todo.overdue-why"),
                        t.of("rounds.todo.overdue-act"),
                        RoundPages.PATH + "/" + waiting.overdueRound() + "?state=overdue"));
            }
            return cards;
        };
    }
}
