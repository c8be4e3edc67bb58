package org.opensocialnet.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Finding;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.audit.TrailLine;
import org.opensocialnet.audit.TrailSearch;
import org.opensocialnet.audit.TrailVerification;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trail for the auditor: searched, taken along as a table, verified. Each look is a line of the trail itself. */
@Controller
class TrailPages {

    private static final int AT_ONCE = 50;
    private static final int DAYS = 31;

    /** One line in words: its codes said, its ids named as far as the reader may know them. */
    record Line(
            TrailLine line, String act, String role, String member, String organization, String kind, String subject) {}

    /** The page. */
    record TrailPage(List<Line> lines, TrailQuery query, Paging paging, TrailVerification.@Nullable Result verified) {}

    private final TrailSearch search;
    private final TrailVerification verification;
    private final Trail trail;
    private final TransactionOperations transaction;
    private final TrailNames names;

    TrailPages(
            TrailSearch search,
            TrailVerification verification,
            Trail trail,
            TransactionOperations transaction,
            TrailNames names) {
        this.search = search;
        this.verification = verification;
        this.trail = trail;
        this.transaction = transaction;
        this.names = names;
    }

    @GetMapping("/desk/trail")
    ModelAndView trail(@RequestParam MultiValueMap<String, String> typed, SignedIn me, Words t) {
        var form = Form.sent(typed, t);
        var query = TrailQuery.of(form, t);
        var place = TrailQuery.place(typed.getFirst("after"));
        var found = form.sound()
                ? Eyes.AUDIT.look(() -> search.page(query.filter(), place, AT_ONCE))
                : new TrailSearch.Page(List.of(), null);
        var path = t.link("/desk/trail");
        var paging = new Paging(
                place == null ? null : query.at(path), found.next() == null ? null : query.after(path, found.next()));
        var names = this.names.of(found.lines());
        var lines = found.lines().stream()
                .map(line -> new Line(
                        line,
                        TrailWords.act(line.what(), t),
                        TrailWords.role(line.role(), t),
                        names.of(line.member()),
                        names.of(line.organization()),
                        TrailWords.kind(line.kind(), t),
                        names.of(line.subject())))
                .toList();
        var page = new TrailPage(lines, query, paging, verification.latest().orElse(null));
        return (form.sound() ? form.page("administration/trail", page) : form.again("administration/trail", page))
                .addObject("me", me);
    }

    @GetMapping("/desk/trail.{format:csv|xlsx}")
    void export(
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> typed,
            Words t,
            HttpServletResponse response)
            throws IOException {
        var form = Form.sent(typed, t);
        var query = TrailQuery.of(form, t);
        if (!form.sound()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var kind = Arrays.stream(Spreadsheet.values())
                .filter(one -> one.extension().equals(format))
                .findFirst()
                .orElseThrow();
        response.setContentType(kind.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"trail." + format + "\"");
        Eyes.AUDIT.look(() -> {
            kind.write(
                    response.getOutputStream(),
                    "trail",
                    List.of(
                            "id",
                            "at",
                            "member",
                            "organization",
                            "role",
                            "reach",
                            "purpose",
                            "origin",
                            "what",
                            "kind",
                            "subject",
                            "whose",
                            "why"),
                    rows(search.export(query.filter())));
            return true;
        });
    }

    @PostMapping("/desk/trail/verification")
    ModelAndView verify(Words t, RedirectAttributes redirect) {
        Eyes.AUDIT.look(() -> transaction.execute(_ -> {
            trail.note(new Act("audit.trail.verified", "trail", null, null, null));
            return true;
        }));
        var result = verification.verifyLast(DAYS);
        Said.done(t.of(result.sound() ? "administration.trail.sound-now" : "administration.trail.unsound-now"))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/trail"));
    }

    /** What a finding says, in words. */
    static String words(Finding finding, Words t) {
        return switch (finding.trouble()) {
            case CHANGED -> t.of("administration.trail.changed", t.date(finding.day()), finding.number());
            case MISSING -> t.of("administration.trail.missing", t.date(finding.day()), finding.number());
            case INSERTED -> t.of("administration.trail.inserted", t.date(finding.day()), finding.number());
            case REORDERED -> t.of("administration.trail.reordered", t.date(finding.day()), finding.number());
        };
    }

    private static Stream<List<@Nullable Object>> rows(Stream<TrailLine> lines) {
        return lines.map(line -> Arrays.<@Nullable Object>asList(
                line.id(),
                line.at(),
                line.member(),
                line.organization(),
                line.role(),
                line.reach(),
                line.purpose(),
                line.origin(),
                line.what(),
                line.kind(),
                line.subject(),
                line.whose(),
                line.why()));
    }
}
