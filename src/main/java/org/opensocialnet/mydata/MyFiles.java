package org.opensocialnet.mydata;

import jakarta.servlet.http.HttpServletRequest;
import org.opensocialnet.access.Origin;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** All records a visit opens, to be taken away: as a file for programs, and as paper. */
@Controller
@RequestMapping("/my")
class MyFiles {

    private final Visits visits;
    private final MyRecord record;
    private final MyPaper paper;

    MyFiles(Visits visits, MyRecord record, MyPaper paper) {
        this.visits = visits;
        this.record = record;
        this.paper = paper;
    }

    @PostMapping("/file")
    ResponseEntity<byte[]> file(
            @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var wholes = visits.wholes(Form.sent(typed, t), Origin.coarse(request), t);
        return download(
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(record.plain(wholes)),
                MediaType.APPLICATION_JSON,
                "my-data.json");
    }

    @PostMapping("/paper")
    ResponseEntity<byte[]> paper(
            @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Words t) {
        var sheets = visits.wholes(Form.sent(typed, t), Origin.coarse(request), t).stream()
                .map(whole -> new MyPaper.Sheet(whole, visits.agreed(whole, t), MyWords.seen(whole.readings(), t)))
                .toList();
        return download(paper.pdf(sheets, t), MediaType.APPLICATION_PDF, "my-data.pdf");
    }

    private static ResponseEntity<byte[]> download(byte[] body, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
