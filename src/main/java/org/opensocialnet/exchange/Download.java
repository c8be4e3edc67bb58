package org.opensocialnet.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipOutputStream;
import org.opensocialnet.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole public directory as one file, written while it is sent. */
@Controller
class Download {

    private final Semaphore downloads = new Semaphore(2);
    private final TabularExport export;

    Download(TabularExport export) {
        this.export = export;
    }

    @GetMapping(HsdsApi.ROOT + "/export.zip")
    void zip(HttpServletResponse response) throws IOException, SQLException {
        if (!downloads.tryAcquire()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            throw Refusal.busy("exchange.busy");
        }
        try {
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hsds.zip\"");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            try (var zip = new ZipOutputStream(response.getOutputStream())) {
                export.write(ExportHsds.into(zip), null, (file, rows) -> {});
            }
        } finally {
            downloads.release();
        }
    }
}
