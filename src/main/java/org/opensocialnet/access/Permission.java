package org.opensocialnet.access;

import java.util.Locale;

/**
 * One thing a member may be allowed to do. Which role has which is the table {@code access/roles.csv}; which address asks
 * for which is each room's {@code routes.csv}. Code asks for permissions, never for roles.
 */
public enum Permission {

    /** Read the own organisation's records and its desk. */
    DESK_READ,

    /** Change the own organisation's directory records: drafts, notices, capacity, hours. */
    DIRECTORY_EDIT,

    /** Accept, publish and undo changes of the own organisation's records. */
    DIRECTORY_PUBLISH,

    /** Keep the whole network's directory: any organisation's records, imports, doubles, reports, rounds. */
    DIRECTORY_KEEP,

    /** Bring in another directory's file, and take an import back. */
    DIRECTORY_IMPORT,

    /** Build questionnaires, ask organisations with them, decide about answers and code the gaps they see. */
    QUESTIONNAIRE_KEEP,

    /** Invite members to the own organisation, give roles, disable. */
    MEMBERS_MANAGE,

    /** The same in every organisation. */
    MEMBERS_MANAGE_ALL,

    /** Find and read the own organisation's people; each reading is noted. */
    PEOPLE_READ,

    /** Register people, correct what is known of them, give cards, record consents and care. */
    PEOPLE_KEEP,

    /** Decide of records that may be one person, of what people ask for, of erasing. */
    PEOPLE_DECIDE,

    /** Write needs and deliveries of the own organisation into the ledger, and take them back. */
    LEDGER_WRITE,

    /** Read where help falls short; an organisation its own figures, the network's bodies all, as the gate tells them. */
    COVERAGE_READ,

    /** Bring in what others reckoned of population and needs, and take it back. */
    COVERAGE_KEEP,

    /** Read envelopes, what became of their money, orders and invoices. */
    BUDGET_READ,

    /** Open and change envelopes, move their money, enter orders, receipts, invoices and payments, close periods. */
    BUDGET_KEEP,

    /** Be the second person who lets an act upon money pass. */
    BUDGET_APPROVE,

    /** Ask for support for the own organisation and those it serves. */
    SUPPORT_ASK,

    /** Offer what others call for, and keep the own organisation's stock. */
    SUPPORT_PLEDGE,

    /** Decide of requests for support, keep the catalogue of goods, call others to help. */
    SUPPORT_DECIDE,

    /** Read the register of processing. */
    PROCESSING_READ,

    /** Read the letters that went out or wait. */
    MESSAGES_READ,

    /** Change the settings of the installation. */
    SETTINGS_CHANGE,

    /** Read the system's health. */
    HEALTH_READ,

    /** Search, export and verify the trail. */
    TRAIL_READ,

    /** Open a protected record of another organisation in danger, with a reason and for a short time. */
    GLASS_BREAK,

    /** Review who broke the glass. */
    GLASS_REVIEW,

    /** Record a request of an authority, or give one of its two decisions. */
    LEGAL_REQUEST_DECIDE;

    /** As the tables write it: "directory.edit", "members.manage-all". */
    public String code() {
        var name = name().toLowerCase(Locale.ROOT);
        var first = name.indexOf('_');
        return name.substring(0, first) + "." + name.substring(first + 1).replace('_', '-');
    }
}
