package org.opensocialnet.mydata;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.stream.Collectors;
import org.opensocialnet.access.Attempts;
import org.opensocialnet.access.Attempts.Limit;
import org.opensocialnet.access.Origin;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.database.Sight;
import org.opensocialnet.people.Counterparts;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * From her own page she asks all who may keep something of her to show it there. The page says the same whether anybody
 * was found or nobody: who found her card learns nothing by asking.
 */
@Controller
class OthersPages {

    private static final Limit TRIES = new Limit("my-others", 5, Duration.ofHours(1));

    private final MyPages pages;
    private final Visits visits;
    private final Askings askings;
    private final Wishes wishes;
    private final Counterparts counterparts;
    private final Attempts attempts;
    private final Trail trail;
    private final TransactionOperations transactions;

    OthersPages(
            MyPages pages,
            Visits visits,
            Askings askings,
            Wishes wishes,
            Counterparts counterparts,
            Attempts attempts,
            Trail trail,
            TransactionOperations transactions) {
        this.pages = pages;
        this.visits = visits;
        this.askings = askings;
        this.wishes = wishes;
        this.counterparts = counterparts;
        this.attempts = attempts;
        this.trail = trail;
        this.transactions = transactions;
    }

    @PostMapping("/my/others")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var form = Form.sent(typed, t);
        var shown = visits.opened(form);
        var visit = form.typed("visit");
        var from = Origin.coarse(request);
        if (!form.field("agreed", t.of("mydata.others.agreed")).ticked()) {
            form.refuse("agreed", t.of("mydata.others.agree.missing"));
        } else if (!attempts.allow(TRIES, shown.person().value().toString())) {
            form.refuse("agreed", t.of("mydata.others.busy"));
        }
        if (!form.sound()) {
            return pages.again(form, shown, from, t);
        }
        Sight.link(shown.organization(), "my-data", from)
                .run(() -> transactions.executeWithoutResult(_ -> trail.note(
                        Act.on("mydata.others.asked", "person", shown.person().value()))));
        var begun = Sight.job("my-data").call(() -> askings.begin(shown));
        var open = visits.parts(visit).stream().map(Keys.Opened::organization).collect(Collectors.toSet());
        var others = Sight.job("my-data").call(() -> counterparts.of(shown.person(), open));
        for (var other : others) {
            Sight.link(other.organization(), "my-data", from)
                    .run(() -> wishes.askToBeShown(other.person(), other.organization(), begun.id()));
        }
        return pages.page(shown, visit, "", begun.number(), from, t);
    }
}
