package org.opensocialnet.asks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.attachments.Attachment;
import org.opensocialnet.attachments.Attachments;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of one request on a page, at the desk and behind a link.
 *
 * @param base where the page is, without language
 * @param files where single files are, without language: their id comes behind
 * @param mayAdd whether the request still takes files
 */
record FilePage(
        String title, String base, String files, List<Row> rows, boolean checked, int megabytes, boolean mayAdd) {

    static final String ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.odt,.txt";

    /** One file in words. */
    record Row(String id, String name, String size, String when, String state, boolean readable) {}

    static Row row(Attachment file, Words t) {
        return new Row(
                file.id().toString(),
                file.name(),
                file.bytes() < 1 << 20
                        ? t.of("asks.files.kilobytes", Math.max(1, file.bytes() >> 10))
                        : t.of("asks.files.megabytes", file.bytes() / (double) (1 << 20)),
                t.moment(file.at()),
                switch (file.state()) {
                    case CLEAN -> t.of("asks.files.clean");
                    case UNCHECKED -> t.of("asks.files.unchecked");
                    case WAITING -> t.of("asks.files.waiting");
                    case INFECTED -> t.of("asks.files.infected");
                },
                file.isReadable());
    }

    /** What somebody adds: keeps the file, or tells the form why not. */
    static Form add(Form form, @Nullable MultipartFile file, Words t, Adding adding) {
        if (file == null || file.isEmpty()) {
            return form.refuse("file", t.of("asks.files.none"));
        }
        try {
            adding.add(file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes());
        } catch (Refusal no) {
            if (!no.field().equals("file")) {
                throw no;
            }
            form.refuse("file", t.of(no.key(), no.arguments()));
        } catch (IOException broken) {
            form.refuse("file", t.of("asks.files.none"));
        }
        return form;
    }

    /** Takes a name and what is in it. */
    interface Adding {

        void add(String name, byte[] content);
    }

    /** To be kept, never shown as a page of ours; that nobody in between keeps it the gate says. */
    static ResponseEntity<byte[]> answer(Attachments.Read read) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(read.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(read.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(read.content());
    }
}
