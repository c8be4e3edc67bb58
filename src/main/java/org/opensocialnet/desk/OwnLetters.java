package org.opensocialnet.desk;

import java.lang.ScopedValue.CallableOp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.messaging.LetterWishes;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.springframework.stereotype.Component;

/** Which letters a member gets, as the member's preferences show and change it. */
@Component("deskOwnLetters")
class OwnLetters {

    private final LetterWishes wishes;
    private final Members members;

    OwnLetters(LetterWishes wishes, Members members) {
        this.wishes = wishes;
        this.members = members;
    }

    /** One family: its field on the form, its name, how it comes now and how it may come. */
    record Row(String family, String field, String name, String how, List<Choice> choices) {}

    List<Row> rows(SignedIn me, Words t) {
        var email = email(me);
        return asTheReader(() -> wishes.of(email)).stream()
                .map(wish -> new Row(
                        wish.family().code(),
                        "letters-" + wish.family().code().replace('.', '-'),
                        wish.family().name().apply(t),
                        wish.how(),
                        wish.possible().stream()
                                .map(how -> new Choice(how, said(how, t)))
                                .toList()))
                .toList();
    }

    List<String> always(Words t) {
        return wishes.always(t);
    }

    void choose(SignedIn me, Form form, List<Row> rows) {
        var chosen = rows.stream()
                .filter(row -> !form.typed(row.field()).isEmpty())
                .collect(Collectors.toMap(Row::family, row -> form.typed(row.field())));
        var email = email(me);
        asTheReader(() -> {
            wishes.choose(email, chosen);
            return Map.of();
        });
    }

    private String email(SignedIn me) {
        return members.find(me.member()).orElseThrow().email();
    }

    /** The address is the member's own, so they may decide as if they held the link of a letter. */
    private static <T> T asTheReader(CallableOp<T, RuntimeException> work) {
        return new Sight(null, null, "member", Sight.Reach.ORGANIZATION, "letters", "desk").call(work);
    }

    private static String said(String how, Words t) {
        return switch (how) {
            case "at-once" -> t.of("messaging.how.at-once");
            case "daily" -> t.of("messaging.how.daily");
            default -> t.of("messaging.how.never");
        };
    }
}
