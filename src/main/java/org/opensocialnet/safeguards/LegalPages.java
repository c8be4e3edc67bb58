package org.opensocialnet.safeguards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Members;
import org.opensocialnet.access.Organizations;
import org.opensocialnet.access.Role;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.safeguards.LegalRequest.Asked;
import org.opensocialnet.safeguards.LegalRequest.Decision;
import org.opensocialnet.safeguards.LegalRequest.Kind;
import org.opensocialnet.safeguards.LegalRequest.State;
import org.opensocialnet.safeguards.LegalRequest.Verdict;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where requests of authorities are recorded, decided by two, and answered in words. There is no export. */
@Controller
@RequestMapping(LegalPages.PATH)
class LegalPages {

    static final String PATH = "/desk/legal-requests";

    private final LegalDesk desk;
    private final LegalRequests requests;
    private final Organizations organizations;
    private final Members members;
    private final Clock clock;
    private final FreeText freeText;

    LegalPages(
            LegalDesk desk,
            LegalRequests requests,
            Organizations organizations,
            Members members,
            Clock clock,
            FreeText freeText) {
        this.freeText = freeText;
        this.desk = desk;
        this.requests = requests;
        this.organizations = organizations;
        this.members = members;
        this.clock = clock;
    }

    record ListPage(SignedIn me, List<LegalRequest> requests, Paging paging) {}

    record NewPage(SignedIn me, List<Choice> kinds) {}

    /** One case; decides says whether this member's decision is still awaited. */
    record OnePage(
            SignedIn me,
            LegalRequest request,
            String organization,
            List<Voice> voices,
            boolean decides,
            List<Choice> verdicts) {}

    /** A decision with the name of who took it, where the reader may know it. */
    record Voice(Decision decision, String name) {}

    @GetMapping
    ModelAndView list(SignedIn me, @RequestParam(required = false) @Nullable UUID after, Words t) {
        var found = requests.page(after);
        var shown = found.stream().limit(LegalRequests.PAGE).toList();
        var paging = new Paging(
                after == null ? null : t.link(PATH),
                found.size() > LegalRequests.PAGE
                        ? t.link(PATH + "?after=" + shown.getLast().id())
                        : null);
        return new ModelAndView("safeguards/legalRequests").addObject("page", new ListPage(me, shown, paging));
    }

    @GetMapping("/new")
    ModelAndView blank(SignedIn me, Words t) {
        return Form.fresh(t)
                .withDate("received", LocalDate.now(clock))
                .page("safeguards/legalNew", new NewPage(me, kinds(t)));
    }

    @PostMapping
    ModelAndView record(
            SignedIn me, @RequestParam MultiValueMap<String, String> typed, Words t, RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var kind = form.field("kind", t.of("safeguards.legal.kind")).oneOf(Kind.class);
        var authority =
                form.field("authority", t.of("safeguards.legal.authority")).required(200);
        var reference =
                form.field("reference", t.of("safeguards.legal.reference")).optional(100);
        var asks = atLeast(form, "asks", t.of("safeguards.legal.asks"), 4000, t);
        var basis = form.field("basis", t.of("safeguards.legal.basis")).required(500);
        var received = form.field("received", t.of("safeguards.legal.received")).date();
        var due = form.field("due", t.of("safeguards.legal.due")).date();
        if (received == null && form.fault("received") == null) {
            form.refuse("received", t.of("workspace.fault.missing", t.of("safeguards.legal.received")));
        }
        if (received != null && received.isAfter(LocalDate.now(clock))) {
            form.refuse("received", t.of("safeguards.legal.received.future"));
        }
        if (received != null && due != null && due.isBefore(received)) {
            form.refuse("due", t.of("safeguards.legal.due.before"));
        }
        freeText.ask(form, t, "asks");
        if (!form.sound() || received == null) {
            return form.again("safeguards/legalNew", new NewPage(me, kinds(t)));
        }
        var asked = new Asked(me.organization(), kind.orElseThrow(), authority, reference, asks, basis, received, due);
        var id = desk.record(me, asked, deciding(me.organization()));
        Said.done(t.of("safeguards.legal.recorded")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH + "/" + id));
    }

    /** The officers of the network are not every member's to see: the program itself looks them up, to write to them. */
    private List<Member> deciding(@Nullable UUID organization) {
        var readers = new ArrayList<Member>();
        Sight.job("legal-request").run(() -> {
            if (organization != null) {
                readers.addAll(members.holding(Role.ORGANIZATION_ADMIN, organization));
            }
            readers.addAll(members.holding(Role.AUDITOR, null));
        });
        return readers;
    }

    @GetMapping("/{request}")
    ModelAndView one(SignedIn me, @PathVariable UUID request, Words t) {
        return Form.fresh(t).page("safeguards/legalRequest", page(me, request, t));
    }

    @PostMapping("/{request}/decisions")
    ModelAndView decide(
            SignedIn me,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var verdict = form.field("verdict", t.of("safeguards.legal.verdict")).oneOf(Verdict.class);
        var grounds = atLeast(form, "grounds", t.of("safeguards.legal.grounds"), 2000, t);
        freeText.ask(form, t, "grounds");
        if (!form.sound()) {
            return form.again("safeguards/legalRequest", page(me, request, t));
        }
        var state = desk.decide(me, request, verdict.orElseThrow(), grounds);
        Said.done(state == State.OPEN ? t.of("safeguards.legal.one-decided") : t.of("safeguards.legal.both-decided"))
                .on(redirect);
        return back(request, t);
    }

    @PostMapping("/{request}/answer")
    ModelAndView answer(
            SignedIn me,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var words = atLeast(form, "answer", t.of("safeguards.legal.answer"), 4000, t);
        freeText.ask(form, t, "answer");
        if (!form.sound()) {
            return form.again("safeguards/legalRequest", page(me, request, t));
        }
        desk.answer(me, request, words);
        Said.done(t.of("safeguards.legal.answered")).on(redirect);
        return back(request, t);
    }

    @PostMapping("/{request}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID request, Words t, RedirectAttributes redirect) {
        desk.withdraw(request);
        Said.done(t.of("safeguards.legal.withdrawn")).on(redirect);
        return back(request, t);
    }

    private static ModelAndView back(UUID request, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/" + request));
    }

    private static String atLeast(Form form, String name, String label, int atMost, Words t) {
        var text = form.field(name, label).required(atMost);
        if (form.fault(name) == null && text.length() < 20) {
            form.refuse(name, t.of("safeguards.legal.short", label));
        }
        return text;
    }

    private OnePage page(SignedIn me, UUID id, Words t) {
        var request = requests.find(id).orElseThrow(() -> Refusal.notFound("safeguards.legal.unknown"));
        var asked = request.asked().organization();
        return new OnePage(
                me,
                request,
                asked == null ? "" : organizations.name(asked).orElse(""),
                request.decisions().stream()
                        .map(decision -> new Voice(
                                decision,
                                members.find(decision.member())
                                        .map(Member::name)
                                        .orElse(t.of("safeguards.somebody"))))
                        .toList(),
                request.state() == State.OPEN && !request.decidedBy(me.member()),
                List.of(
                        new Choice(Items.code(Verdict.GRANT), t.of("safeguards.legal.grant")),
                        new Choice(Items.code(Verdict.REFUSE), t.of("safeguards.legal.refuse"))));
    }

    private static List<Choice> kinds(Words t) {
        return List.of(
                new Choice(Items.code(Kind.POLICE), t.of("safeguards.kind.police")),
                new Choice(Items.code(Kind.PROSECUTOR), t.of("safeguards.kind.prosecutor")),
                new Choice(Items.code(Kind.COURT), t.of("safeguards.kind.court")),
                new Choice(Items.code(Kind.MIGRATION), t.of("safeguards.kind.migration")),
                new Choice(Items.code(Kind.OTHER), t.of("safeguards.kind.other")));
    }
}
