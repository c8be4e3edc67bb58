package org.opensocialnet.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A form with a field of every kind that tells what it read and what it refused. */
@Controller
@Profile("sample")
class FormSamples {

    @PostMapping("/sample/workspace")
    @ResponseBody
    Map<String, Object> read(@RequestParam MultiValueMap<String, String> typed, Words t) {
        var form = Form.sent(typed, t);
        var read = new LinkedHashMap<String, Object>();
        read.put("name", form.field("name", "Όνομα").required(20));
        read.put("note", form.field("note", "Σημείωση").optional(10));
        read.put("kind", form.field("kind", "Είδος").oneOf(List.of("", "meals")));
        read.put("seats", String.valueOf(form.field("seats", "Θέσεις").number(1, 50)));
        read.put("cost", String.valueOf(form.field("cost", "Κόστος").amount()));
        read.put("day", String.valueOf(form.field("day", "Ημέρα").date()));
        read.put("time", String.valueOf(form.field("time", "Ώρα").time()));
        read.put("email", form.field("email", "E-mail").email());
        read.put("phone", form.field("phone", "Τηλέφωνο").phone());
        read.put("site", String.valueOf(form.field("site", "Ιστότοπος").web()));
        read.put("languages", form.field("language", "Γλώσσες").someOf(List.of("el", "en")));
        read.put(
                "faults",
                new ArrayList<>(form.faults().stream().map(Form.Fault::sentence).toList()));
        read.put(
                "targets",
                new ArrayList<>(form.faults().stream().map(Form.Fault::target).toList()));
        read.put("typed", form.typed("note"));
        return read;
    }
}
