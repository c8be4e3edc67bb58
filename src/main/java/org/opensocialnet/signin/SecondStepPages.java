package org.opensocialnet.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.opensocialnet.access.Entrance;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Origin;
import org.opensocialnet.access.Threshold;
import org.opensocialnet.signin.Links.Purpose;
import org.opensocialnet.signin.PasswordCheck.Outcome;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.QrCode;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step: a code of the app, and the page where the app is set up the first time. */
@Controller
class SecondStepPages {

    static final String CODE = "/sign-in/code";
    static final String SET_UP = "/sign-in/set-up";

    private final PasswordCheck check;
    private final Authenticators authenticators;
    private final Links links;
    private final Members members;
    private final NextStep next;
    private final Entrance entrance;
    private final Threshold threshold;
    private final TransactionOperations transactions;
    private final Clock clock;

    SecondStepPages(
            PasswordCheck check,
            Authenticators authenticators,
            Links links,
            Members members,
            NextStep next,
            Entrance entrance,
            Threshold threshold,
            TransactionOperations transactions,
            Clock clock) {
        this.check = check;
        this.authenticators = authenticators;
        this.links = links;
        this.members = members;
        this.next = next;
        this.entrance = entrance;
        this.threshold = threshold;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The page that asks for a code. */
    record CodePage() {}

    /** The app's secret as a picture and as text in groups of four, and where its first code is sent. */
    record SetUpPage(QrCode picture, String secret, String action) {

        static SetUpPage of(byte[] secret, Member member, String action, Words t) {
            var text = Totp.base32(secret);
            var account = encoded(t.siteName()) + ":" + encoded(member.email());
            var address = "otpauth://totp/%s?secret=%s&issuer=%s".formatted(account, text, encoded(t.siteName()));
            return new SetUpPage(QrCode.of(address), String.join(" ", text.split("(?<=\\G.{4})")), t.link(action));
        }
    }

    /** Codes on paper, shown this once, and where one goes on to. */
    record CodesPage(List<String> codes, String onwards) {}

    @GetMapping(CODE)
    Object code(HttpServletRequest request, Words t) {
        return HalfWay.of(request, clock).isPresent()
                ? Form.fresh(t).page("signin/code", new CodePage())
                : toTheBeginning(t);
    }

    @PostMapping(CODE)
    Object code(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var half = HalfWay.of(request, clock);
        if (half.isEmpty()) {
            return toTheBeginning(t);
        }
        var form = Form.sent(typed, t);
        var code = form.field("code", t.of("signin.code.label")).required(60);
        if (form.sound()) {
            var outcome = check.code(half.get().member(), code, Origin.coarse(request));
            if (outcome == Outcome.RIGHT) {
                return next.in(member(half.get()), half.get().way(), true, request, response);
            }
            form.refuse("code", outcome == Outcome.TOO_OFTEN ? t.of("signin.too-often") : t.of("signin.code.wrong"));
        }
        return form.again("signin/code", new CodePage());
    }

    @GetMapping(SET_UP)
    Object setUp(HttpServletRequest request, Words t) {
        return HalfWay.of(request, clock)
                .<Object>map(half -> Form.fresh(t).page("signin/setUp", setUpPage(half, request, t)))
                .orElseGet(() -> toTheBeginning(t));
    }

    @PostMapping(SET_UP)
    Object setUp(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        var half = HalfWay.of(request, clock);
        if (half.isEmpty()) {
            return toTheBeginning(t);
        }
        var form = Form.sent(typed, t);
        var code = form.field("code", t.of("signin.code.label")).required(20);
        var id = half.get().member();
        var secret = secret(half.get());
        if (form.sound()) {
            if (secret.isPresent() && confirm(half.get(), secret.get(), code)) {
                var codes = InSight.call(transactions, () -> authenticators.newRecoveryCodes(id));
                check.note(id, "signin.authenticator.set", Origin.coarse(request));
                entrance.admit(request, id, half.get().way(), true);
                var onwards = member(half.get()).language().link(threshold.wayBack(request, response));
                return new ModelAndView("signin/codes", "page", new CodesPage(codes, onwards));
            }
            form.refuse("code", t.of("signin.code.wrong"));
        }
        return form.again("signin/setUp", setUpPage(half.get(), request, t));
    }

    /**
     * Only the first app is set up here: whoever has one shows its code first, and whoever had one that an administrator
     * took away comes by the link for a new one, which works once.
     */
    private boolean confirm(HalfWay half, byte[] secret, String code) {
        return InSight.call(transactions, () -> {
            var member = half.member();
            var may = !authenticators.has(member) && (half.byLink() || !authenticators.wasReset(member));
            if (may && authenticators.confirm(member, secret, code)) {
                links.end(member, Purpose.NEW_APP);
                return true;
            }
            return false;
        });
    }

    private SetUpPage setUpPage(HalfWay half, HttpServletRequest request, Words t) {
        var known = secret(half);
        var secret = known.orElseGet(Authenticators::newSecret);
        if (known.isEmpty()) {
            half.keepSecret(request, authenticators.close(half.member(), secret));
        }
        return SetUpPage.of(secret, member(half), SET_UP, t);
    }

    private Optional<byte[]> secret(HalfWay half) {
        var closed = half.secret();
        return closed == null ? Optional.empty() : authenticators.open(half.member(), closed);
    }

    private Member member(HalfWay half) {
        return InSight.call(transactions, () -> members.find(half.member()).orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String toTheBeginning(Words t) {
        return "redirect:" + t.link(Threshold.SIGN_IN);
    }
}
