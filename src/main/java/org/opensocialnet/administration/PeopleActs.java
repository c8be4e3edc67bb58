package org.opensocialnet.administration;

import org.opensocialnet.web.Words;

/** What the trail's codes say of people: what was done with them, for them, and by them. */
final class PeopleActs {

    private PeopleActs() {}

    static String act(String code, Words t) {
        return switch (code) {
            case "people.card.made" -> t.of("administration.act.people.card.made");
            case "people.care.admitted" -> t.of("administration.act.people.care.admitted");
            case "people.care.closed" -> t.of("administration.act.people.care.closed");
            case "people.care.taken-over" -> t.of("administration.act.people.care.taken-over");
            case "people.care.written" -> t.of("administration.act.people.care.written");
            case "people.code.added" -> t.of("administration.act.people.code.added");
            case "people.code.joined" -> t.of("administration.act.people.code.joined");
            case "people.discretion.decided" -> t.of("administration.act.people.discretion.decided");
            case "people.elsewhere.asked" -> t.of("administration.act.people.elsewhere.asked");
            case "people.group.added" -> t.of("administration.act.people.group.added");
            case "people.group.ended" -> t.of("administration.act.people.group.ended");
            case "people.household.joined" -> t.of("administration.act.people.household.joined");
            case "people.household.left" -> t.of("administration.act.people.household.left");
            case "people.pair.different" -> t.of("administration.act.people.pair.different");
            case "people.pair.joined" -> t.of("administration.act.people.pair.joined");
            case "people.pair.undone" -> t.of("administration.act.people.pair.undone");
            case "people.person.corrected" -> t.of("administration.act.people.person.corrected");
            case "people.person.erased" -> t.of("administration.act.people.person.erased");
            case "people.person.found" -> t.of("administration.act.people.person.found");
            case "people.person.listed" -> t.of("administration.act.people.person.listed");
            case "people.person.read" -> t.of("administration.act.people.person.read");
            case "people.person.registered" -> t.of("administration.act.people.person.registered");
            case "people.person.released" -> t.of("administration.act.people.person.released");
            case "people.person.restricted" -> t.of("administration.act.people.person.restricted");
            case "people.share.closed" -> t.of("administration.act.people.share.closed");
            case "people.share.opened" -> t.of("administration.act.people.share.opened");
            case "consents.consent.given" -> t.of("administration.act.consents.consent.given");
            case "consents.consent.withdrawn" -> t.of("administration.act.consents.consent.withdrawn");
            case "consents.basis.recorded" -> t.of("administration.act.consents.basis.recorded");
            case "consents.basis.ended" -> t.of("administration.act.consents.basis.ended");
            case "mydata.others.asked" -> t.of("administration.act.mydata.others.asked");
            case "mydata.page.opened" -> t.of("administration.act.mydata.page.opened");
            case "mydata.wish.asked" -> t.of("administration.act.mydata.wish.asked");
            case "mydata.wish.decided" -> t.of("administration.act.mydata.wish.decided");
            case "admissions.list.received" -> t.of("administration.act.admissions.list.received");
            case "admissions.list.read" -> t.of("administration.act.admissions.list.read");
            case "admissions.list.applied" -> t.of("administration.act.admissions.list.applied");
            case "admissions.list.undone" -> t.of("administration.act.admissions.list.undone");
            case "admissions.list.dropped" -> t.of("administration.act.admissions.list.dropped");
            case "anonymous.rule.decided" -> t.of("administration.act.anonymous.rule.decided");
            default -> code;
        };
    }
}
