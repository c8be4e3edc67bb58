package org.opensocialnet.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.access.Permission;
import org.opensocialnet.database.Sight;
import org.opensocialnet.desk.DeskEntry;
import org.opensocialnet.desk.DeskEntry.Group;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds to the desk, its letters, and how long it keeps what. */
@Configuration(proxyBeanMethods = false)
class ReportsConfig {

    static final String ANSWER = "reports.answer";
    static final String PROOF = "reports.proof";

    static final Setting<Integer> READERS_KEPT = new Setting<>(
            "reports.readers-kept",
            Setting.Group.RETENTION,
            80,
            Forms.number(1, 365),
            30,
            "reports.setting.readers-kept",
            "reports.setting.readers-kept.hint");

    static final Setting<Integer> REPORTS_KEPT = new Setting<>(
            "reports.reports-kept",
            Setting.Group.RETENTION,
            81,
            Forms.number(30, 3650),
            365,
            "reports.setting.reports-kept",
            "reports.setting.reports-kept.hint");

    @Bean
    Declared reportSettings() {
        return new Declared(READERS_KEPT, REPORTS_KEPT);
    }

    @Bean
    DeskEntry reportsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 60, ReportPages.PATH, Permission.DIRECTORY_EDIT, t -> t.of("reports.title"));
    }

    @Bean
    DeskEntry allReportsEntry() {
        return new DeskEntry(
                Group.DIRECTORY, 61, ReportPages.PATH, Permission.DIRECTORY_KEEP, t -> t.of("reports.title"));
    }

    @Bean
    LetterKind reportAnswer() {
        return LetterKind.needed(ANSWER, t -> t.of("reports.letter.answer"), Duration.ofDays(7))
                .with("record", "answer", "link")
                .atMost(20);
    }

    @Bean
    LetterKind reportProof() {
        return LetterKind.needed(PROOF, t -> t.of("reports.letter.proof"), Proofs.GOOD_FOR)
                .with("record")
                .withSecret("link");
    }

    @Bean
    Keeper reportKeeper(ReportBook book, Keeping keeping) {
        return new Keeper() {
            @Override
            public String kind() {
                return "report";
            }

            /** Who keeps another's records, by claim or as its parent, works on the reports about them. */
            @Override
            public Optional<UUID> organization(UUID report) {
                var sight = Sight.current();
                var acting = sight == null ? null : sight.organization();
                return book.find(report)
                        .flatMap(found -> Optional.ofNullable(found.keeper()))
                        .map(owner -> acting != null && keeping.keepsFor(acting, owner) ? acting : owner);
            }
        };
    }

    @Bean
    ToDo reportsToDo(ReportBook book) {
        return (me, t) -> {
            boolean works = me.may(Permission.DIRECTORY_KEEP) || me.may(Permission.DIRECTORY_EDIT);
            int waiting = works ? book.waiting() : 0;
            return waiting == 0
                    ? List.of()
                    : List.of(new ToDo.Card(
                            66,
                            t.of("reports.todo", waiting),
                            t.of("reports.todo.why"),
                            t.of("reports.todo.act"),
                            ReportPages.PATH + "?state=new"));
        };
    }
}
