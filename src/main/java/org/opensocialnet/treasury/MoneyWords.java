package org.opensocialnet.treasury;

import java.util.List;
import org.opensocialnet.budget.Account;
import org.opensocialnet.budget.Movement;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/** How accounts, movements and what money is for are called. */
@Component
class MoneyWords {

    private final Names names;

    MoneyWords(Names names) {
        this.names = names;
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
        return names.serviceTypes(t);
    }

    List<Choice> groups(Words t) {
        return names.groups(t);
    }

    List<Choice> zones(Words t) {
        return names.zones(t);
    }

    static List<String> names(List<Choice> choices, List<String> codes) {
        return codes.stream().map(code -> Names.of(choices, code)).toList();
    }
}
