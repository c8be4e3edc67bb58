package org.opensocialnet.administration;

import org.opensocialnet.web.Words;

/** What the trail's codes say of help that is asked for, of what it is asked in, and of what is bought for it. */
final class HelpActs {

    private HelpActs() {}

    static String act(String code, Words t) {
        return switch (code) {
            case "account.envelope.opened" -> t.of("administration.act.account.envelope.opened");
            case "account.envelope.shut" -> t.of("administration.act.account.envelope.shut");
            case "account.name.told" -> t.of("administration.act.account.name.told");
            case "account.name.kept" -> t.of("administration.act.account.name.kept");
            case "account.story.told" -> t.of("administration.act.account.story.told");
            case "account.story.withdrawn" -> t.of("administration.act.account.story.withdrawn");
            case "deliveries.delivery.planned" -> t.of("administration.act.deliveries.delivery.planned");
            case "deliveries.delivery.split" -> t.of("administration.act.deliveries.delivery.split");
            case "deliveries.delivery.cancelled" -> t.of("administration.act.deliveries.delivery.cancelled");
            case "deliveries.handover.sent" -> t.of("administration.act.deliveries.handover.sent");
            case "deliveries.handover.handed" -> t.of("administration.act.deliveries.handover.handed");
            case "deliveries.handover.came-back" -> t.of("administration.act.deliveries.handover.came-back");
            case "deliveries.handover.asked" -> t.of("administration.act.deliveries.handover.asked");
            case "deliveries.handover.confirmed" -> t.of("administration.act.deliveries.handover.confirmed");
            case "deliveries.handover.corrected" -> t.of("administration.act.deliveries.handover.corrected");
            case "goods.item.added" -> t.of("administration.act.goods.item.added");
            case "goods.item.changed" -> t.of("administration.act.goods.item.changed");
            case "goods.item.retired" -> t.of("administration.act.goods.item.retired");
            case "goods.item.restored" -> t.of("administration.act.goods.item.restored");
            case "support.request.begun" -> t.of("administration.act.support.request.begun");
            case "support.request.changed" -> t.of("administration.act.support.request.changed");
            case "support.request.submit" -> t.of("administration.act.support.request.submit");
            case "support.request.return" -> t.of("administration.act.support.request.return");
            case "support.request.accept" -> t.of("administration.act.support.request.accept");
            case "support.request.refuse" -> t.of("administration.act.support.request.refuse");
            case "support.request.appeal" -> t.of("administration.act.support.request.appeal");
            case "support.request.call" -> t.of("administration.act.support.request.call");
            case "support.request.count" -> t.of("administration.act.support.request.count");
            case "support.request.close" -> t.of("administration.act.support.request.close");
            case "support.request.withdraw" -> t.of("administration.act.support.request.withdraw");
            case "support.line.cover" -> t.of("administration.act.support.line.cover");
            case "support.line.uncover" -> t.of("administration.act.support.line.uncover");
            case "support.line.go" -> t.of("administration.act.support.line.go");
            case "support.line.stay" -> t.of("administration.act.support.line.stay");
            case "support.line.deliver" -> t.of("administration.act.support.line.deliver");
            case "support.line.bring-back" -> t.of("administration.act.support.line.bring-back");
            case "support.line.unconfirm" -> t.of("administration.act.support.line.unconfirm");
            case "support.line.confirm" -> t.of("administration.act.support.line.confirm");
            case "pledges.pledge.made" -> t.of("administration.act.pledges.pledge.made");
            case "pledges.pledge.changed" -> t.of("administration.act.pledges.pledge.changed");
            case "pledges.pledge.withdrawn" -> t.of("administration.act.pledges.pledge.withdrawn");
            case "pledges.pledge.thanked" -> t.of("administration.act.pledges.pledge.thanked");
            case "pledges.stock.added" -> t.of("administration.act.pledges.stock.added");
            case "pledges.stock.changed" -> t.of("administration.act.pledges.stock.changed");
            case "pledges.stock.removed" -> t.of("administration.act.pledges.stock.removed");
            case "pledges.stock.returned" -> t.of("administration.act.pledges.stock.returned");
            case "pledges.message.sent" -> t.of("administration.act.pledges.message.sent");
            case "pledges.citizen.promised" -> t.of("administration.act.pledges.citizen.promised");
            case "pledges.citizen.accepted" -> t.of("administration.act.pledges.citizen.accepted");
            case "pledges.citizen.refused" -> t.of("administration.act.pledges.citizen.refused");
            case "treasury.purchase.made" -> t.of("administration.act.treasury.purchase.made");
            case "treasury.purchase.received" -> t.of("administration.act.treasury.purchase.received");
            case "treasury.purchase.billed" -> t.of("administration.act.treasury.purchase.billed");
            case "treasury.purchase.closed" -> t.of("administration.act.treasury.purchase.closed");
            case "funding.part.reserved" -> t.of("administration.act.funding.part.reserved");
            case "funding.part.released" -> t.of("administration.act.funding.part.released");
            case "treasury.supplier.made" -> t.of("administration.act.treasury.supplier.made");
            case "treasury.supplier.changed" -> t.of("administration.act.treasury.supplier.changed");
            case "proposals.proposal.made" -> t.of("administration.act.proposals.proposal.made");
            case "proposals.proposal.decided" -> t.of("administration.act.proposals.proposal.decided");
            default -> PeopleActs.act(code, t);
        };
    }
}
