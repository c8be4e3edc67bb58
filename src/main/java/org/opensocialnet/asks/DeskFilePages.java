package org.opensocialnet.asks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.attachments.AttachmentKeeper.Audience;
import org.opensocialnet.attachments.Attachments;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Said;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of a request at the desk: of the organisation that asks, and of the coordination team. */
@Controller
class DeskFilePages {

    static final String OF_REQUEST = "/desk/requests/{ask}/papers";
    static final String ONE = "/desk/attachments/";

    private final AskFiles files;
    private final Attachments attachments;
    private final PublicAsking asking;
    private final TransactionOperations transactions;

    DeskFilePages(AskFiles files, Attachments attachments, PublicAsking asking, TransactionOperations transactions) {
        this.files = files;
        this.attachments = attachments;
        this.asking = asking;
        this.transactions = transactions;
    }

    @GetMapping(OF_REQUEST)
    ModelAndView list(@PathVariable UUID ask, @RequestParam(defaultValue = "") String large, SignedIn me, Words t) {
        var form = Form.fresh(t);
        if (large.equals("yes")) {
            form.refuse("file", t.of("attachments.fault.large", attachments.megabytes()));
        }
        var page =
                form.sound() ? form.page("asks/deskFiles", page(ask, t)) : form.again("asks/deskFiles", page(ask, t));
        return page.addObject("me", me);
    }

    @PostMapping(OF_REQUEST)
    ModelAndView add(
            @PathVariable UUID ask,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = FilePage.add(
                Form.fresh(t), file, t, (name, content) -> files.add(ask, "member " + me.member(), name, content));
        if (!form.sound()) {
            return form.again("asks/deskFiles", page(ask, t)).addObject("me", me);
        }
        Said.done(t.of("asks.files.added")).on(redirect);
        return to(ask, t);
    }

    @GetMapping(ONE + "{attachment}")
    ResponseEntity<byte[]> read(@PathVariable UUID attachment) {
        return FilePage.answer(attachments.read(attachment));
    }

    @PostMapping(ONE + "{attachment}/removal")
    ModelAndView remove(@PathVariable UUID attachment, Words t, RedirectAttributes redirect) {
        var ask = attachments.reference(attachment);
        attachments.remove(attachment);
        Said.done(t.of("asks.files.removed")).on(redirect);
        return to(ask, t);
    }

    private FilePage page(UUID ask, Words t) {
        var audience = audience(ask);
        var title = asking.find(ask).map(PublicAsking.Standing::title).orElse(t.of("asks.files"));
        return new FilePage(
                title,
                "/desk/requests/" + ask + "/papers",
                ONE,
                files.list(ask).stream().map(file -> FilePage.row(file, t)).toList(),
                attachments.areChecked(),
                attachments.megabytes(),
                audience.adds());
    }

    private Audience audience(UUID ask) {
        var found =
                transactions.execute(_ -> files.of(ask).filter(Audience::reads).orElse(null));
        if (found == null) {
            throw Refusal.notFound("attachments.unknown");
        }
        return found;
    }

    private static ModelAndView to(UUID ask, Words t) {
        return new ModelAndView("redirect:" + t.link("/desk/requests/" + ask + "/papers"));
    }
}
