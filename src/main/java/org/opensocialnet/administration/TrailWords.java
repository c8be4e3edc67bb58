package org.opensocialnet.administration;

import org.opensocialnet.web.Words;

/** What the codes of the trail say to a person; the code itself where a later release or another one wrote it. */
final class TrailWords {

    private TrailWords() {}

    static String act(String code, Words t) {
        return switch (code) {
            case "access.glass.read" -> t.of("administration.act.access.glass.read");
            case "access.sessions.ended" -> t.of("administration.act.access.sessions.ended");
            case "access.sign-in.password" -> t.of("administration.act.access.sign-in.password");
            case "access.sign-in.passkey" -> t.of("administration.act.access.sign-in.passkey");
            case "access.sign-in.link" -> t.of("administration.act.access.sign-in.link");
            case "access.sign-in.new-app" -> t.of("administration.act.access.sign-in.new-app");
            case "access.sign-in.federation" -> t.of("administration.act.access.sign-in.federation");
            case "access.sign-out" -> t.of("administration.act.access.sign-out");
            case "audit.trail.read" -> t.of("administration.act.audit.trail.read");
            case "audit.trail.exported" -> t.of("administration.act.audit.trail.exported");
            case "audit.trail.verified" -> t.of("administration.act.audit.trail.verified");
            case "drafts.claim.asked" -> t.of("administration.act.drafts.claim.asked");
            case "drafts.claim.granted" -> t.of("administration.act.drafts.claim.granted");
            case "drafts.claim.refused" -> t.of("administration.act.drafts.claim.refused");
            case "drafts.record.created" -> t.of("administration.act.drafts.record.created");
            case "drafts.record.changed" -> t.of("administration.act.drafts.record.changed");
            case "drafts.record.confirmed" -> t.of("administration.act.drafts.record.confirmed");
            case "drafts.record.retired" -> t.of("administration.act.drafts.record.retired");
            case "drafts.record.restored" -> t.of("administration.act.drafts.record.restored");
            case "drafts.record.undone" -> t.of("administration.act.drafts.record.undone");
            case "members.member.invited" -> t.of("administration.act.members.member.invited");
            case "members.member.invited-again" -> t.of("administration.act.members.member.invited-again");
            case "members.member.removed" -> t.of("administration.act.members.member.removed");
            case "members.member.enabled" -> t.of("administration.act.members.member.enabled");
            case "members.member.disabled" -> t.of("administration.act.members.member.disabled");
            case "members.roles.changed" -> t.of("administration.act.members.roles.changed");
            case "messaging.letter.read" -> t.of("administration.act.messaging.letter.read");
            case "messaging.letter.sent-again" -> t.of("administration.act.messaging.letter.sent-again");
            case "passkeys.added" -> t.of("administration.act.passkeys.added");
            case "passkeys.removed" -> t.of("administration.act.passkeys.removed");
            case "safeguards.glass.opened" -> t.of("administration.act.safeguards.glass.opened");
            case "safeguards.glass.ended" -> t.of("administration.act.safeguards.glass.ended");
            case "safeguards.glass.reviewed" -> t.of("administration.act.safeguards.glass.reviewed");
            case "safeguards.legal-request.recorded" -> t.of("administration.act.safeguards.legal-request.recorded");
            case "safeguards.legal-request.decided" -> t.of("administration.act.safeguards.legal-request.decided");
            case "safeguards.legal-request.answered" -> t.of("administration.act.safeguards.legal-request.answered");
            case "safeguards.legal-request.withdrawn" -> t.of("administration.act.safeguards.legal-request.withdrawn");
            case "settings.value.changed" -> t.of("administration.act.settings.value.changed");
            case "signin.authenticator.set" -> t.of("administration.act.signin.authenticator.set");
            case "signin.authenticator.replaced" -> t.of("administration.act.signin.authenticator.replaced");
            case "signin.code.used" -> t.of("administration.act.signin.code.used");
            case "signin.code.failed" -> t.of("administration.act.signin.code.failed");
            case "signin.password.changed" -> t.of("administration.act.signin.password.changed");
            case "signin.password.chosen" -> t.of("administration.act.signin.password.chosen");
            case "signin.password.failed" -> t.of("administration.act.signin.password.failed");
            case "signin.recovery-code.used" -> t.of("administration.act.signin.recovery-code.used");
            case "signin.recovery-codes.made" -> t.of("administration.act.signin.recovery-codes.made");
            case "signin.second-step.reset" -> t.of("administration.act.signin.second-step.reset");
            case "upkeep.capacity.counted" -> t.of("administration.act.upkeep.capacity.counted");
            case "upkeep.notice.published" -> t.of("administration.act.upkeep.notice.published");
            case "upkeep.notice.ended" -> t.of("administration.act.upkeep.notice.ended");
            case "upkeep.notice.resumed" -> t.of("administration.act.upkeep.notice.resumed");
            case "population.file.brought" -> t.of("administration.act.population.file.brought");
            case "population.file.taken-back" -> t.of("administration.act.population.file.taken-back");
            case "entries.entry.written" -> t.of("administration.act.entries.entry.written");
            case "entries.entry.reversed" -> t.of("administration.act.entries.entry.reversed");
            case "entries.entry.followed" -> t.of("administration.act.entries.entry.followed");
            case "entries.batch.applied" -> t.of("administration.act.entries.batch.applied");
            case "entries.batch.undone" -> t.of("administration.act.entries.batch.undone");
            case "budget.envelope.made" -> t.of("administration.act.budget.envelope.made");
            case "budget.envelope.changed" -> t.of("administration.act.budget.envelope.changed");
            case "budget.money.moved" -> t.of("administration.act.budget.money.moved");
            case "budget.act.asked" -> t.of("administration.act.budget.act.asked");
            case "budget.act.refused" -> t.of("administration.act.budget.act.refused");
            case "budget.period.closed" -> t.of("administration.act.budget.period.closed");
            case "upkeep.no-place.written" -> t.of("administration.act.upkeep.no-place.written");
            case "upkeep.no-place.undone" -> t.of("administration.act.upkeep.no-place.undone");
            case "upkeep.capacity.taken-back" -> t.of("administration.act.upkeep.capacity.taken-back");
            case "questionnaire.form.made" -> t.of("administration.act.questionnaire.form.made");
            case "questionnaire.form.changed" -> t.of("administration.act.questionnaire.form.changed");
            case "questionnaire.form.removed" -> t.of("administration.act.questionnaire.form.removed");
            case "questionnaire.edition.made" -> t.of("administration.act.questionnaire.edition.made");
            case "questionnaire.edition.discarded" -> t.of("administration.act.questionnaire.edition.discarded");
            case "questionnaire.edition.sent" -> t.of("administration.act.questionnaire.edition.sent");
            case "questionnaire.edition.reminded" -> t.of("administration.act.questionnaire.edition.reminded");
            case "questionnaire.edition.closed" -> t.of("administration.act.questionnaire.edition.closed");
            case "questionnaire.edition.exported" -> t.of("administration.act.questionnaire.edition.exported");
            case "questionnaire.link.sent" -> t.of("administration.act.questionnaire.link.sent");
            case "questionnaire.link.opened" -> t.of("administration.act.questionnaire.link.opened");
            case "questionnaire.link.withdrawn" -> t.of("administration.act.questionnaire.link.withdrawn");
            case "questionnaire.asked.addressed" -> t.of("administration.act.questionnaire.asked.addressed");
            case "questionnaire.answer.given" -> t.of("administration.act.questionnaire.answer.given");
            case "questionnaire.answer.accepted" -> t.of("administration.act.questionnaire.answer.accepted");
            case "questionnaire.answer.refused" -> t.of("administration.act.questionnaire.answer.refused");
            case "questionnaire.answer.settled" -> t.of("administration.act.questionnaire.answer.settled");
            case "questionnaire.gap.coded" -> t.of("administration.act.questionnaire.gap.coded");
            case "questionnaire.gap.dismissed" -> t.of("administration.act.questionnaire.gap.dismissed");
            case "questionnaire.gap.reopened" -> t.of("administration.act.questionnaire.gap.reopened");
            case "rounds.round.made" -> t.of("administration.act.rounds.round.made");
            case "rounds.round.discarded" -> t.of("administration.act.rounds.round.discarded");
            case "rounds.round.sent" -> t.of("administration.act.rounds.round.sent");
            case "rounds.round.reminded" -> t.of("administration.act.rounds.round.reminded");
            case "rounds.round.closed" -> t.of("administration.act.rounds.round.closed");
            case "rounds.round.exported" -> t.of("administration.act.rounds.round.exported");
            case "rounds.link.opened" -> t.of("administration.act.rounds.link.opened");
            case "rounds.link.sent" -> t.of("administration.act.rounds.link.sent");
            case "rounds.link.withdrawn" -> t.of("administration.act.rounds.link.withdrawn");
            case "rounds.asked.addressed" -> t.of("administration.act.rounds.asked.addressed");
            case "rounds.answer.given" -> t.of("administration.act.rounds.answer.given");
            case "rounds.answer.accepted" -> t.of("administration.act.rounds.answer.accepted");
            case "rounds.answer.refused" -> t.of("administration.act.rounds.answer.refused");
            case "rounds.answer.settled" -> t.of("administration.act.rounds.answer.settled");
            case "reports.report.looking" -> t.of("administration.act.reports.report.looking");
            case "reports.report.answered" -> t.of("administration.act.reports.report.answered");
            case "reports.report.closed" -> t.of("administration.act.reports.report.closed");
            case "asks.contact.read" -> t.of("administration.act.asks.contact.read");
            case "asks.link.renewed" -> t.of("administration.act.asks.link.renewed");
            case "attachments.file.added" -> t.of("administration.act.attachments.file.added");
            case "attachments.file.read" -> t.of("administration.act.attachments.file.read");
            case "attachments.file.removed" -> t.of("administration.act.attachments.file.removed");
            case "attachments.file.infected" -> t.of("administration.act.attachments.file.infected");
            case "reports.provider.asked" -> t.of("administration.act.reports.provider.asked");
            case "reports.provider.yes" -> t.of("administration.act.reports.provider.yes");
            case "reports.provider.by-hand" -> t.of("administration.act.reports.provider.by-hand");
            case "reports.provider.no" -> t.of("administration.act.reports.provider.no");
            case "imports.load.received" -> t.of("administration.act.imports.load.received");
            case "imports.load.applied" -> t.of("administration.act.imports.load.applied");
            case "imports.load.undone" -> t.of("administration.act.imports.load.undone");
            case "imports.load.dropped" -> t.of("administration.act.imports.load.dropped");
            case "imports.record.taken-back" -> t.of("administration.act.imports.record.taken-back");
            case "imports.record.left" -> t.of("administration.act.imports.record.left");
            default -> HelpActs.act(code, t);
        };
    }

    static String kind(String code, Words t) {
        return switch (code) {
            case "member" -> t.of("administration.kind.member");
            case "service" -> t.of("administration.kind.service");
            case "envelope" -> t.of("administration.kind.envelope");
            case "ledger-entry" -> t.of("administration.kind.ledger-entry");
            case "ledger-batch" -> t.of("administration.kind.ledger-batch");
            case "population-file" -> t.of("administration.kind.population-file");
            case "organization", "entry" -> t.of("administration.kind.organization");
            case "location" -> t.of("administration.kind.location");
            case "service-at-location" -> t.of("administration.kind.service-at-location");
            case "glass" -> t.of("administration.kind.glass");
            case "legal-request" -> t.of("administration.kind.legal-request");
            case "letter" -> t.of("administration.kind.letter");
            case "notice" -> t.of("administration.kind.notice");
            case "trail" -> t.of("administration.kind.trail");
            case "setting-change" -> t.of("administration.kind.setting-change");
            case "claim" -> t.of("administration.kind.claim");
            case "person" -> t.of("administration.kind.person");
            case "admission" -> t.of("administration.kind.admission");
            case "import" -> t.of("administration.kind.import");
            case "round" -> t.of("administration.kind.round");
            case "asked" -> t.of("administration.kind.asked");
            case "questionnaire" -> t.of("administration.kind.questionnaire");
            case "edition" -> t.of("administration.kind.edition");
            case "respondent" -> t.of("administration.kind.respondent");
            case "gap" -> t.of("administration.kind.gap");
            case "purchase" -> t.of("administration.kind.purchase");
            case "supplier" -> t.of("administration.kind.supplier");
            case "item" -> t.of("administration.kind.item");
            case "pledge", "promise" -> t.of("administration.kind.pledge");
            case "stock" -> t.of("administration.kind.stock");
            case "called" -> t.of("administration.kind.called");
            case "delivery", "handover", "receipt" -> t.of("administration.kind.delivery");
            case "support-request", "ask" -> t.of("administration.kind.support-request");
            case "attachment" -> t.of("administration.kind.attachment");
            case "report" -> t.of("administration.kind.report");
            case "search" -> t.of("administration.kind.search");
            case "program" -> t.of("administration.kind.program");
            case "taxonomy" -> t.of("administration.kind.taxonomy");
            case "taxonomy-term" -> t.of("administration.kind.taxonomy-term");
            case "unit" -> t.of("administration.kind.unit");
            default -> code;
        };
    }

    static String role(String code, Words t) {
        return switch (code) {
            case "organization-admin" -> t.of("members.role.organization-admin");
            case "caseworker" -> t.of("members.role.caseworker");
            case "outreach-worker" -> t.of("members.role.outreach-worker");
            case "site-staff" -> t.of("members.role.site-staff");
            case "editor" -> t.of("members.role.editor");
            case "coordinator" -> t.of("members.role.coordinator");
            case "researcher" -> t.of("members.role.researcher");
            case "auditor" -> t.of("members.role.auditor");
            case "administrator" -> t.of("members.role.administrator");
            case "break-glass" -> t.of("administration.role.break-glass");
            case "member" -> t.of("administration.role.member");
            default -> t.of("administration.role.program", code);
        };
    }
}
