package org.opensocialnet.asks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.asks.AskLinkDoor.Place;
import org.opensocialnet.attachments.Attachments;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.support.PublicAsking;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Photographs and documents behind a link: hers to add, to read and to take away. */
@Controller
@RequestMapping(AskLinks.PATH + "{token}/papers")
class AskLinkFilePages {

    private final AskLinkDoor door;
    private final AskFiles files;
    private final Attachments attachments;
    private final PublicAsking asking;

    AskLinkFilePages(AskLinkDoor door, AskFiles files, Attachments attachments, PublicAsking asking) {
        this.door = door;
        this.files = files;
        this.attachments = attachments;
        this.asking = asking;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String large,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> {
            var form = Form.fresh(t);
            return large.equals("yes")
                    ? form.refuse("file", t.of("attachments.fault.large", attachments.megabytes()))
                            .again("asks/files", page(place, t))
                    : form.page("asks/files", page(place, t));
        });
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> {
            var form = FilePage.add(
                    Form.fresh(t),
                    file,
                    t,
                    (name, content) -> files.add(place.request(), "link " + place.who(), name, content));
            return form.sound() ? to(place, t) : form.again("asks/files", page(place, t));
        });
    }

    @GetMapping("/{file}")
    ResponseEntity<byte[]> read(
            @PathVariable String token,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response) {
        return door.file(token, request, response, place -> {
            mustBeOf(place, file);
            return FilePage.answer(attachments.read(file));
        });
    }

    @PostMapping("/{file}/removal")
    ModelAndView remove(
            @PathVariable String token,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response,
            Words t) {
        return door.at(token, request, response, place -> {
            mustBeOf(place, file);
            attachments.remove(file);
            return to(place, t);
        });
    }

    /** Her eyes see more than her request: what she names must be of it. */
    private void mustBeOf(Place place, UUID file) {
        if (!attachments.reference(file).equals(place.request())) {
            throw Refusal.notFound("attachments.unknown");
        }
    }

    private FilePage page(Place place, Words t) {
        var standing = asking.find(place.request()).orElseThrow(() -> Refusal.notFound("asks.unknown"));
        return new FilePage(
                standing.title(),
                place.base() + "/papers",
                place.base() + "/papers/",
                files.list(place.request()).stream()
                        .map(file -> FilePage.row(file, t))
                        .toList(),
                attachments.areChecked(),
                attachments.megabytes(),
                !standing.isOver());
    }

    private static ModelAndView to(Place place, Words t) {
        return new ModelAndView("redirect:" + t.link(place.base() + "/papers"));
    }
}
