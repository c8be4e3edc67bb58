package org.opensocialnet.questionnaire;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.evidence.Unanswered;
import org.opensocialnet.forms.XlsForm;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.messaging.LetterFamily;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.workspace.UploadLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this room adds to the desk, its letters, and how long it keeps what. */
@Configuration(proxyBeanMethods = false)
class QuestionnaireConfig {

    static final Setting<Integer> LINKS_KEPT = new Setting<>(
            "questionnaire.links-kept",
            Setting.Group.RETENTION,
            73,
            Forms.number(1, 365),
            30,
            "questionnaire.setting.links-kept",
            "questionnaire.setting.links-kept.hint");

    static final Setting<Integer> PEOPLE_KEPT = new Setting<>(
            "questionnaire.people-kept",
            Setting.Group.RETENTION,
            74,
            Forms.number(1, 730),
            90,
            "questionnaire.setting.people-kept",
            "questionnaire.setting.people-kept.hint");

    @Bean
    Declared questionnaireSettings() {
        return new Declared(LINKS_KEPT, PEOPLE_KEPT);
    }

    @Bean
    UploadLimit workbookLimit() {
        return new UploadLimit(QuestionnairePages.PATH, XlsForm.MOST_BYTES >> 20);
    }

    @Bean
    EntryKind gapKind() {
        return new EntryKind(Gaps.KIND, Map.of());
    }

    @Bean
    DeskEntry questionnairesEntry() {
        return new DeskEntry(
                Group.DIRECTORY,
                52,
                QuestionnairePages.PATH,
                Permission.QUESTIONNAIRE_KEEP,
                t -> t.of("questionnaire.title"));
    }

    /** Asked for by the city's coordination: an organisation can say no by answering, not by silence of the post. */
    @Bean
    LetterKind questionnaireRequest() {
        return LetterKind.needed(EditionLetters.REQUEST, t -> t.of("questionnaire.letter.request"), Duration.ofDays(7))
                .with("organization", "edition", "deadline", "message")
                .withSecret("link")
                .atMost(60);
    }

    @Bean
    LetterKind questionnaireReminder() {
        var reminders = new LetterFamily("questionnaire.reminders", t -> t.of("questionnaire.letter.family"), false);
        return LetterKind.of(
                        reminders,
                        EditionLetters.REMINDER,
                        t -> t.of("questionnaire.letter.reminder"),
                        Duration.ofDays(3))
                .with("organization", "edition", "deadline", "message")
                .withSecret("link")
                .atMost(60);
    }

    /** The gate asks whose it is where a member answers for the own organisation. */
    @Bean
    Keeper respondentKeeper(EditionBoard board) {
        return new Keeper() {
            @Override
            public String kind() {
                return "respondent";
            }

            @Override
            public Optional<UUID> organization(UUID respondent) {
                return board.find(respondent).map(Respondent::organization);
            }
        };
    }

    @Bean
    ToDo ownQuestionnairesToDo(EditionBoard board) {
        return (me, t) -> {
            var own = me.organization();
            return own == null || !me.may(Permission.DIRECTORY_PUBLISH)
                    ? List.of()
                    : board.waitingFor(own).stream()
                            .map(asked -> new ToDo.Card(
                                    57,
                                    t.of("questionnaire.todo.own"),
                                    t.of("questionnaire.todo.own-why", t.date(asked.deadline())),
                                    t.of("questionnaire.todo.own-act"),
                                    AnswerDeskPages.OWN + asked.id()))
                            .toList();
        };
    }

    /** Coverage names the edition an organisation did not answer. */
    @Bean
    Unanswered unansweredEditions(JdbcClient jdbc) {
        return day -> jdbc
                .sql("""
                        select distinct on (a.organization) a.organization, a.answered_at, a.sent_at, e.id, e.name
                        from questionnaire.respondent a
                        join questionnaire.edition e on e.id = a.edition
                        where a.sent_at < :end and a.withdrawn_at is null
                        order by a.organization, a.sent_at desc
                        limit 10000
                        """)
                .param("end", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime())
                .query((row, _) -> {
                    var answered = row.getObject("answered_at", OffsetDateTime.class);
                    boolean silent = answered == null || answered.toLocalDate().isAfter(day);
                    return Map.entry(
                            silent ? row.getString("organization") : "",
                            new Unanswered.Since(
                                    row.getString("name"),
                                    row.getObject("sent_at", OffsetDateTime.class)
                                            .toLocalDate(),
                                    EditionPages.PATH + "/" + row.getString("id")));
                })
                .list()
                .stream()
                .filter(each -> !each.getKey().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Bean
    ToDo questionnairesToDo(EditionBoard board) {
        return (me, t) -> {
            if (!me.may(Permission.QUESTIONNAIRE_KEEP)) {
                return List.of();
            }
            var waiting = board.waiting();
            var cards = new ArrayList<ToDo.Card>();
            if (waiting.answers() > 0) {
                cards.add(new ToDo.Card(
                        62,
                        t.of("questionnaire.todo.answers", waiting.answers()),
                        t.of("questionnaire.todo.answers-why"),
                        t.of("questionnaire.todo.answers-act"),
                        EditionPages.PATH + "/" + waiting.answersEdition() + "?state=answered"));
            }
            if (waiting.overdue() > 0) {
                cards.add(new ToDo.Card(
                        47,
                        t.of("questionnaire.todo.overdue", waiting.overdue()),
                        t.of("questionnaire.todo.overdue-why"),
                        t.of("questionnaire.todo.overdue-act"),
                        EditionPages.PATH + "/" + waiting.overdueEdition() + "?state=overdue"));
            }
            if (waiting.gaps() > 0) {
                cards.add(new ToDo.Card(
                        52,
                        t.of("questionnaire.todo.gaps", waiting.gaps()),
                        t.of("questionnaire.todo.gaps-why"),
                        t.of("questionnaire.todo.gaps-act"),
                        EditionPages.PATH + "/" + waiting.gapsEdition() + "/gaps"));
            }
            return cards;
        };
    }
}
