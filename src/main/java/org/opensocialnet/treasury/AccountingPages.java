package org.opensocialnet.treasury;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.Balances;
import org.opensocialnet.budget.Budget;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.EnvelopeId;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Statement.Sums;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Fact;
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

/** For the accounts: whether the book adds up, its lines as a file, and closing a period. */
@Controller
@RequestMapping(EnvelopePages.ENVELOPES + "/{envelope}")
class AccountingPages {

    private final Budget budget;
    private final BudgetDesk desk;
    private final Statement statement;
    private final Journal journal;
    private final Clock clock;

    AccountingPages(Budget budget, BudgetDesk desk, Statement statement, Journal journal, Clock clock) {
        this.budget = budget;
        this.desk = desk;
        this.statement = statement;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the report shows: what stands beside what all postings and earmarks sum to. */
    record ReportPage(
            SignedIn me,
            Envelope envelope,
            Balances stands,
            Sums sums,
            List<EnvelopePages.Part> parts,
            List<Fact> columns) {

        boolean adds() {
            return stands.equals(sums.posted())
                    && sums.earmarked().equals(sums.held())
                    && sums.earmarked()
                            .equals(stands.reserved().plus(stands.committed()).plus(stands.spent()));
        }
    }

    /** What the page of closing shows. */
    record ClosingPage(SignedIn me, Envelope envelope) {}

    @GetMapping("/reconciliation")
    ModelAndView report(@PathVariable("envelope") UUID id, SignedIn me, Words t) {
        var envelope = desk.envelope(new EnvelopeId(id));
        var stands = budget.balances(envelope.id());
        var today = LocalDate.now(clock);
        return Form.fresh(t)
                .with("from", today.withDayOfYear(1))
                .with("to", today)
                .page(
                        "treasury/reconciliation",
                        new ReportPage(
                                me,
                                envelope,
                                stands,
                                statement.sums(envelope.id()),
                                EnvelopePages.parts(envelope, stands, t),
                                Journal.columns(envelope, t)));
    }

    @GetMapping("/journal.csv")
    void csv(
            @PathVariable UUID envelope,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Words t)
            throws IOException {
        write(Spreadsheet.CSV, envelope, Form.sent(typed, t), response, t);
    }

    @GetMapping("/journal.xlsx")
    void xlsx(
            @PathVariable UUID envelope,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Words t)
            throws IOException {
        write(Spreadsheet.XLSX, envelope, Form.sent(typed, t), response, t);
    }

    private void write(Spreadsheet kind, UUID id, Form form, HttpServletResponse response, Words t) throws IOException {
        var envelope = desk.envelope(new EnvelopeId(id));
        var today = LocalDate.now(clock);
        var from = form.field("from", t.of("treasury.from")).date();
        var to = form.field("to", t.of("treasury.to")).date();
        var first = from == null || from.getYear() < 2000 || from.isAfter(today)
                ? envelope.terms().starts()
                : from;
        var last = to == null || to.isAfter(today) || to.isBefore(first) ? today : to;
        response.setContentType(kind.mediaType());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"budget-%s-%s.%s\"".formatted(first, last, kind.extension()));
        journal.write(kind, envelope, first, last, response.getOutputStream(), t);
    }

    @GetMapping("/closing")
    ModelAndView closing(@PathVariable UUID envelope, SignedIn me, Words t) {
        return Form.fresh(t)
                .withDate("through", LocalDate.now(clock).withDayOfMonth(1).minusDays(1))
                .page("treasury/closing", closingPage(envelope, me));
    }

    @PostMapping("/closing")
    ModelAndView close(
            @PathVariable UUID envelope,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = closingPage(envelope, me);
        var through = form.field("through", t.of("treasury.close.through")).date();
        if (through == null && form.fault("through") == null) {
            form.refuse("through", t.of("workspace.fault.missing", t.of("treasury.close.through")));
        }
        if (!form.sound() || through == null) {
            return form.again("treasury/closing", page);
        }
        try {
            desk.close(page.envelope().id(), through);
        } catch (Refusal refusal) {
            EnvelopeForm.refuse(form, refusal, t);
            return form.again("treasury/closing", page);
        }
        Said.done(t.of("treasury.close.done", through)).on(redirect);
        return new ModelAndView(
                "redirect:" + t.link(EnvelopePages.address(page.envelope().id())));
    }

    private ClosingPage closingPage(UUID envelope, SignedIn me) {
        return new ClosingPage(me, desk.envelope(new EnvelopeId(envelope)));
    }
}
