package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.deliveries.Planning.Piece;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.support.Calls;
import org.opensocialnet.support.Calls.Call;
import org.opensocialnet.support.Calls.CallLine;
import org.opensocialnet.support.Cover;
import org.opensocialnet.support.Covering;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was promised and is not planned yet: an organisation's own, for the team whatever covers a request. */
@Component
@Transactional(readOnly = true)
class Supplies {

    private static final int MOST = 200;

    private final Covering covering;
    private final Calls calls;
    private final Planning planning;

    Supplies(Covering covering, Calls calls, Planning planning) {
        this.covering = covering;
        this.calls = calls;
        this.planning = planning;
    }

    /** A request for which something waits to be planned. */
    record Waiting(UUID request, String number, String title, String asker, List<String> things) {}

    /** What can be planned for a request now; quantity and free are alike. */
    record Plannable(Call call, List<Supply> supplies) {}

    /** One cover that can be planned, with who gives it. */
    record Supply(Piece piece, Cover cover) {}

    public List<Waiting> waiting(SignedIn me, Words t) {
        var own = me.organization();
        if (own == null) {
            return List.of();
        }
        var byRequest = new LinkedHashMap<UUID, List<Cover>>();
        covering.by(own, MOST).stream()
                .filter(cover -> free(cover).signum() > 0)
                .forEach(cover -> byRequest
                        .computeIfAbsent(cover.request(), _ -> new ArrayList<>())
                        .add(cover));
        return byRequest.entrySet().stream()
                .flatMap(each -> calls.find(each.getKey(), t).stream()
                        .map(call -> new Waiting(
                                call.id(),
                                call.number(),
                                call.title(),
                                call.asker(),
                                each.getValue().stream()
                                        .flatMap(cover -> piece(call, cover).stream())
                                        .map(piece -> piece.what() + ": "
                                                + Calls.quantity(piece.free(), Unit.of(piece.unit()), piece.kind(), t))
                                        .toList())))
                .toList();
    }

    /** None where the request is no call, or whoever looks gives nothing to it. */
    public Optional<Plannable> of(UUID request, SignedIn me, Words t) {
        return calls.find(request, t).flatMap(call -> {
            var supplies = covering.of(request).stream()
                    .filter(cover -> me.may(Permission.SUPPORT_DECIDE)
                            || cover.organization() != null
                                    && cover.organization().equals(me.organization()))
                    .filter(cover -> free(cover).signum() > 0)
                    .flatMap(cover -> piece(call, cover).map(piece -> new Supply(piece, cover)).stream())
                    .toList();
            return supplies.isEmpty() ? Optional.empty() : Optional.of(new Plannable(call, supplies));
        });
    }

    private BigDecimal free(Cover cover) {
        return cover.quantity().subtract(planning.planned(cover.id()).max(cover.going()));
    }

    private Optional<Piece> piece(Call call, Cover cover) {
        return call.lines().stream()
                .filter(line -> line.id().equals(cover.line()))
                .findFirst()
                .map(line -> piece(line, cover));
    }

    private Piece piece(CallLine line, Cover cover) {
        var free = free(cover);
        return new Piece(
                cover.id(), line.id(), line.what(), line.kind(), line.unit().code(), free, free);
    }
}
