package org.opensocialnet.treasury;

import java.util.List;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.budget.BudgetDesk;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Statement.Entry;
import org.opensocialnet.desk.ToDo;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.naming.Names;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
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

/** Acts upon money that wait for a second person: shown, let pass, refused, or withdrawn by who asked. */
@Controller
@RequestMapping(DecisionPages.PATH)
class DecisionPages implements ToDo {

    static final String PATH = EnvelopePages.PATH + "/approvals";

    private static final int MOST = 100;

    private final Statement statement;
    private final BudgetDesk desk;
    private final MoneyWords words;

    DecisionPages(Statement statement, BudgetDesk desk, MoneyWords words) {
        this.statement = statement;
        this.desk = desk;
        this.words = words;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Row> rows) {}

    /** One act that waits; own: whoever looks asked for it, so that another has to decide. */
    record Row(
            String act,
            String what,
            String envelope,
            String about,
            String note,
            Money amount,
            String asked,
            boolean own) {}

    @GetMapping
    ModelAndView list(SignedIn me, Words t) {
        return Form.fresh(t).page("treasury/approvals", page(me, t));
    }

    private Page page(SignedIn me, Words t) {
        var categories = words.categories(t);
        return new Page(
                me,
                statement.waiting(MOST).stream()
                        .map(entry -> row(entry, Names.of(categories, category(entry)), me, t))
                        .toList());
    }

    private static String category(Entry entry) {
        var purpose = entry.purpose();
        return purpose == null ? "" : purpose.category();
    }

    private static Row row(Entry entry, String category, SignedIn me, Words t) {
        return new Row(
                entry.act().toString(),
                MoneyWords.of(entry.movement(), t),
                Envelope.named(entry.name(), entry.english(), t),
                entry.other() == null
                        ? category
                        : t.of("treasury.movement.to", Envelope.named(entry.otherName(), entry.otherEnglish(), t)),
                entry.note(),
                entry.amount(),
                t.moment(entry.askedAt()),
                me.member().equals(entry.askedBy()));
    }

    @PostMapping("/{approval}")
    ModelAndView decide(
            @PathVariable UUID approval,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var answer = form.field("answer", t.of("treasury.approvals.answer")).oneOf(List.of("yes", "no"));
        if (!form.sound()) {
            return form.again("treasury/approvals", page(me, t));
        }
        try {
            desk.decide(approval, answer.equals("yes"));
        } catch (Refusal refusal) {
            EnvelopeForm.refuse(form, refusal, t);
            return form.again("treasury/approvals", page(me, t));
        }
        Said.done(answer.equals("yes") ? t.of("treasury.approvals.granted") : t.of("treasury.approvals.refused"))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @Override
    public List<Card> cards(SignedIn me, Words t) {
        if (!me.may(Permission.BUDGET_APPROVE)) {
            return List.of();
        }
        var waiting = statement.waiting(MOST).stream()
                .filter(entry -> !me.member().equals(entry.askedBy()))
                .count();
        return waiting == 0
                ? List.of()
                : List.of(new Card(
                        70,
                        t.of("treasury.to-do.title", waiting),
                        t.of("treasury.to-do.reason"),
                        t.of("treasury.to-do.action"),
                        PATH));
    }
}
