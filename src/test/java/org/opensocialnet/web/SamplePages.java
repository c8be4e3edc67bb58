package org.opensocialnet.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.Map;
import org.opensocialnet.kernel.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Pages that go wrong in every way a room's page can. */
@Controller
@Profile("sample")
class SamplePages {

    record Form(@NotBlank String name, @Positive int seats) {}

    @GetMapping("/sample/refused")
    ModelAndView refused() {
        throw Refusal.conflict("web.page.funders", "Δήμος");
    }

    @GetMapping("/sample/broken")
    ModelAndView broken() {
        throw new IllegalStateException("secret detail");
    }

    @GetMapping("/sample/number/{number}")
    @ResponseBody
    Map<String, Integer> number(@PathVariable int number, @RequestParam int page) {
        return Map.of("number", number, "page", page);
    }

    @GetMapping("/sample/form")
    @ResponseBody
    String form(@Valid Form form) {
        return form.name();
    }

    @GetMapping(value = "/sample/only-csv", produces = "text/csv")
    @ResponseBody
    String csv() {
        return "a";
    }
}
