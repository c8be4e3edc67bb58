package org.opensocialnet.upkeep;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.ledger.EntryId;
import org.opensocialnet.ledger.EntryId.Book;
import org.opensocialnet.ledger.EntryKind;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody came and there was no place: one tap beside what is counted writes it into the ledger. */
@Controller
class NoPlacePages {

    static final String KIND = "upkeep.no-place";

    private final Directories directories;
    private final Acts acts;
    private final NoPlaces noPlaces;
    private final Clock clock;

    NoPlacePages(Directories directories, Acts acts, NoPlaces noPlaces, Clock clock) {
        this.directories = directories;
        this.acts = acts;
        this.noPlaces = noPlaces;
        this.clock = clock;
    }

    @PostMapping("/desk/capacity/{capacity}/no-place")
    ModelAndView noPlace(@PathVariable UUID capacity, SignedIn me, Words t, RedirectAttributes redirect) {
        var row = directories.counted(capacity);
        var service = CapacityPages.service(row);
        acts.mustKeep(me, service);
        var entry = noPlaces.write(me, service.id(), row.value("target_group_id"), LocalDate.now(clock));
        Said.done(t.of("upkeep.no-place.done"))
                .undo("/desk/capacity/%s/no-place/undo?need=%s&day=%s".formatted(capacity, entry.id(), entry.day()))
                .on(redirect);
        return CapacityPages.back(capacity, t);
    }

    @PostMapping("/desk/capacity/{capacity}/no-place/undo")
    ModelAndView undo(
            @PathVariable UUID capacity,
            @RequestParam(required = false) @Nullable UUID need,
            @RequestParam(required = false) @Nullable LocalDate day,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var service = CapacityPages.service(directories.counted(capacity));
        acts.mustKeep(me, service);
        if (need == null || day == null) {
            throw Refusal.conflict("ledger.unknown");
        }
        noPlaces.takeBack(me, service.id(), new EntryId(Book.NEED, need, day));
        Said.done(t.of("upkeep.no-place.undone")).on(redirect);
        return CapacityPages.back(capacity, t);
    }

    @Bean
    static EntryKind noPlaceKind() {
        return new EntryKind(KIND, Map.of());
    }
}
