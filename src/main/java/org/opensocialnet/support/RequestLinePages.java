package org.opensocialnet.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.goods.Goods;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.naming.Names;
import org.opensocialnet.people.FreeText;
import org.opensocialnet.support.LineForm.Offered;
import org.opensocialnet.support.Request.Gap;
import org.opensocialnet.support.Request.Rights;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
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

/** The lines of a request are written one by one; an unusual quantity is asked about once more. */
@Controller
@RequestMapping(RequestListPages.PATH + "/{ask}/lines")
class RequestLinePages {

    private final RequestActs acts;
    private final Names choices;
    private final Yardstick yardstick;
    private final Goods goods;
    private final FreeText freeText;
    private final Clock clock;

    RequestLinePages(
            RequestActs acts, Names choices, Yardstick yardstick, Goods goods, FreeText freeText, Clock clock) {
        this.acts = acts;
        this.choices = choices;
        this.yardstick = yardstick;
        this.goods = goods;
        this.freeText = freeText;
        this.clock = clock;
    }

    /** What the form shows; kind: empty while it is still to be chosen. */
    record Page(SignedIn me, Request request, @Nullable UUID line, String kind, Offered offered, List<Choice> kinds) {

        String action() {
            return path(request.id()) + (line == null ? "/new" : "/one");
        }
    }

    static String path(UUID request) {
        return RequestListPages.PATH + "/" + request + "/lines";
    }

    /** Where a line is added; a first one knows the cell that the request answers. */
    static String add(UUID request, @Nullable Gap gap) {
        return path(request) + "/new"
                + (gap == null ? "" : "?type=" + gap.serviceType() + "&group=" + gap.group() + "&zone=" + gap.zone());
    }

    @GetMapping("/new")
    ModelAndView fresh(
            @PathVariable UUID ask, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var request = acts.read(ask);
        var form = RequestHeadPages.numbered(Form.sent(typed, t), request).with("line", Uuid7.next());
        var before = acts.lines(ask);
        if (!before.isEmpty() && form.typed("type").isEmpty()) {
            like(form, before.getLast());
        }
        return form.page("support/line", page(request, null, kind(form), me, t));
    }

    /** Most lines of a request are for the same people, in the same place, by the same day. */
    private static void like(Form form, Line line) {
        form.with("type", line.serviceType())
                .with("group", line.group())
                .with("zone", line.zone())
                .with("people", line.people())
                .with("place", line.place())
                .with("note", line.note())
                .withDate("needed", line.neededBy());
    }

    @PostMapping("/new")
    ModelAndView add(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        return put(
                form,
                form.field("line", "").sentId().orElseGet(Uuid7::next),
                page(acts.read(ask), null, kind(form), me, t),
                t,
                redirect);
    }

    @GetMapping("/one")
    ModelAndView one(@PathVariable UUID ask, @RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var request = acts.read(ask);
        var found = found(ask, line(Form.sent(typed, t)));
        var form = LineForm.filled(
                RequestHeadPages.numbered(Form.fresh(t), request).with("line", found.id()), found);
        return form.page("support/line", page(request, found.id(), found.thing().kind(), me, t));
    }

    @PostMapping("/one")
    ModelAndView change(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var line = line(form);
        var kind = found(ask, line).thing().kind();
        return put(form, line, page(acts.read(ask), line, kind, me, t), t, redirect);
    }

    @PostMapping("/removal")
    ModelAndView remove(
            @PathVariable UUID ask,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        Rights.written(me, acts.read(ask));
        var form = Form.sent(typed, t);
        acts.remove(ask, line(form), RequestHeadPages.sent(form));
        Said.done(t.of("support.line.removed")).on(redirect);
        return new ModelAndView("redirect:" + t.link(RequestListPages.PATH + "/" + ask));
    }

    private ModelAndView put(Form form, UUID id, Page page, Words t, RedirectAttributes redirect) {
        if (page.kind().isEmpty()) {
            form.refuse("kind", t.of("workspace.fault.choose", t.of("support.line.kind")));
            return form.again("support/line", page);
        }
        var line = new LineForm(form, page.offered(), t).read(id, page.request().id(), LocalDate.now(clock));
        freeText.ask(form, t, "what", "to", "note");
        if (line != null && form.sound() && !line.sure()) {
            askAgain(form, line, page.request(), t);
        }
        if (line == null || !form.sound()) {
            return form.again("support/line", page);
        }
        acts.put(line, RequestHeadPages.sent(form));
        Said.done(t.of("support.line.kept")).on(redirect);
        return new ModelAndView("redirect:"
                + t.link(RequestListPages.PATH + "/" + page.request().id()));
    }

    /** More than is usual, or than the asker may have: once more, before it is kept. */
    private void askAgain(Form form, Line line, Request request, Words t) {
        var most = yardstick.most(line).filter(usual -> line.quantity().compareTo(usual) > 0);
        if (most.isPresent()) {
            form.with("unusual", "yes")
                    .refuse(
                            "quantity",
                            t.of(
                                    "support.line.unusual",
                                    SupportWords.quantity(line, line.quantity(), t),
                                    SupportWords.quantity(line, most.get(), t)));
        } else if (request.asker().organization() instanceof UUID organization) {
            var all = Stream.concat(
                    acts.lines(request.id()).stream()
                            .filter(other -> !other.id().equals(line.id())
                                    && other.thing().equals(line.thing())),
                    Stream.of(line));
            yardstick.quotas(organization, request.id(), all.toList()).stream()
                    .filter(Yardstick.Quota::isOver)
                    .findFirst()
                    .ifPresent(quota -> form.with("unusual", "yes")
                            .refuse(
                                    "quantity",
                                    t.of(
                                            "support.line.over-quota",
                                            t.number(quota.asks()),
                                            t.number(quota.had()),
                                            yardstick.quotaDays(),
                                            t.number(quota.most()))));
        }
    }

    private Line found(UUID request, UUID line) {
        return acts.lines(request).stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("support.line.unknown"));
    }

    private static UUID line(Form form) {
        return form.field("line", "").sentId().orElseThrow(() -> Refusal.conflict("support.line.unknown"));
    }

    private static String kind(Form form) {
        return Thing.KINDS.contains(form.typed("kind")) ? form.typed("kind") : "";
    }

    private Page page(Request request, @Nullable UUID line, String kind, SignedIn me, Words t) {
        Rights.written(me, request);
        if (!request.state().isBeingWritten()) {
            throw Refusal.conflict("support.not-being-written");
        }
        return new Page(
                me,
                request,
                line,
                kind,
                new Offered(
                        kind,
                        kind.equals("goods") ? goods.all() : List.of(),
                        SupportWords.units(kind, t),
                        choices.serviceTypes(t),
                        choices.groups(t),
                        choices.zones(t),
                        choices.locations(request.asker().organization(), t)),
                SupportWords.kinds(t));
    }
}
