package org.opensocialnet.treasury;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.opensocialnet.budget.Account;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How accounts, movements and what money is for are called. */
@Component
class MoneyWords {

    private final JdbcClient jdbc;
    private final Places places;

    MoneyWords(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    static String of(Account account, Words t) {
        return switch (account) {
            case FUNDING -> t.of("treasury.account.funding");
            case AVAILABLE -> t.of("treasury.account.available");
            case RESERVED -> t.of("treasury.account.reserved");
            case COMMITTED -> t.of("treasury.account.committed");
            case SPENT -> t.of("treasury.account.spent");
            case RETURNED -> t.of("treasury.account.returned");
        };
    }

    static String of(Movement movement, Words t) {
        return switch (movement) {
            case ALLOCATED -> t.of("treasury.movement.allocated");
            case RESERVED -> t.of("treasury.movement.reserved");
            case COMMITTED -> t.of("treasury.movement.committed");
            case SPENT -> t.of("treasury.movement.spent");
            case RELEASED -> t.of("treasury.movement.released");
            case RETURNED -> t.of("treasury.movement.returned");
            case REUSED -> t.of("treasury.movement.reused");
            case HANDED_BACK -> t.of("treasury.movement.handed-back");
            case REALLOCATED -> t.of("treasury.movement.reallocated");
        };
    }

    /** The kinds of service of the city's own vocabulary; rooms above set money aside for other codes of theirs too. */
    List<Choice> categories(Words t) {
        return vocabulary(t, "osn-service");
    }

    List<Choice> groups(Words t) {
        return vocabulary(t, "osn-target-group");
    }

    List<Choice> zones(Words t) {
        return places.communities().stream()
                .map(place -> new Choice(place.code(), place.name(t.lang())))
                .toList();
    }

    private List<Choice> vocabulary(Words t, String code) {
        return jdbc
                .sql("""
                select t.code, t.name, t.translations from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code = :vocabulary and t.code is not null and t.gone_at is null
                limit 1000
                """)
                .param("vocabulary", code)
                .query((row, _) -> new Choice(
                        row.getString("code"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Choice::text, Collator.getInstance(Locale.of(t.lang()))))
                .toList();
    }

    /** How a code is called; itself where it is called nothing here. */
    static String name(List<Choice> choices, String code) {
        return choices.stream()
                .filter(choice -> choice.value().equals(code))
                .map(Choice::text)
                .findFirst()
                .orElse(code);
    }

    static List<String> names(List<Choice> choices, List<String> codes) {
        return codes.stream().map(code -> name(choices, code)).toList();
    }
}
