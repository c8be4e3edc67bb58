package org.opensocialnet.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.opensocialnet.access.Permission;
import org.opensocialnet.coverage.CellAct;
import org.opensocialnet.shortfall.Cell;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** From a deficit straight to a request: the coordination team asks for help with it, and both stay linked. */
@Component
class AskForDeficit implements CellAct {

    @Override
    public Permission permission() {
        return Permission.SUPPORT_DECIDE;
    }

    @Override
    public String words(Words t) {
        return t.of("support.from-cell.ask");
    }

    @Override
    public String path(Cell cell, LocalDate day) {
        return RequestListPages.PATH + "/new?type=" + coded(cell.type()) + "&group=" + coded(cell.group()) + "&zone="
                + coded(cell.zone());
    }

    private static String coded(String code) {
        return code.equals("*") ? "" : URLEncoder.encode(code, StandardCharsets.UTF_8);
    }
}
