package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Origin;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.signin.PasswordCheck.Outcome;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks somebody who is signed in to show once more who they are, before what could harm others. */
@Controller
class AgainPages {

    private final PasswordCheck check;
    private final Authenticators authenticators;
    private final Entrance entrance;
    private final Threshold threshold;
    private final TransactionOperations transactions;
    private final ObjectProvider<OtherWay> ways;

    AgainPages(
            PasswordCheck check,
            Authenticators authenticators,
            Entrance entrance,
            Threshold threshold,
            TransactionOperations transactions,
            ObjectProvider<OtherWay> ways) {
        this.check = check;
        this.authenticators = authenticators;
        this.entrance = entrance;
        this.threshold = threshold;
        this.transactions = transactions;
        this.ways = ways;
    }

    /** Whether a code is asked for besides the password, and what else one can show. */
    record Page(boolean code, List<OtherWay> ways) {}

    @GetMapping(Threshold.PROVE_AGAIN)
    Object again(SignedIn me, Words t) {
        return Form.fresh(t).page("signin/again", page(me));
    }

    @PostMapping(Threshold.PROVE_AGAIN)
    Object again(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var form = Form.sent(typed, t);
        var page = page(me);
        var from = Origin.coarse(request);
        var password = Objects.requireNonNullElse(typed.getFirst("password"), "");
        if (!check.again(me.member(), password, from)) {
            form.refuse("password", t.of("signin.again.wrong"));
        } else if (page.code() && check.code(me.member(), form.typed("code"), from) != Outcome.RIGHT) {
            form.refuse("code", t.of("signin.code.wrong"));
        }
        if (!form.sound()) {
            return form.again("signin/again", page);
        }
        entrance.proveAgain(request);
        return "redirect:" + t.link(threshold.wayBack(request, response));
    }

    private Page page(SignedIn me) {
        var others = OtherWays.offered(ways).stream()
                .filter(way -> way.again() != null)
                .toList();
        return new Page(InSight.call(transactions, () -> authenticators.has(me.member())), others);
    }
}
