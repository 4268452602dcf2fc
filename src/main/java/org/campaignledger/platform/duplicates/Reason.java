package org.campaignledger.platform.duplicates;

import java.util.Locale;

/**
 * Why two records are likely to be one, or rather two: a closed list. A pair's score is the sum of the points of all its
 * reasons, from 0 to 100. Texts in both languages stand under {@code duplicate.reason.} in the bundle of the pages.
 */
public enum Reason {

    /** Unions of the same name under two registration codes. */
    SAME_NAME_OTHER_CODE(65),
    /** Unions of the same name, of which at least one has no registration code. */
    SAME_NAME_WITHOUT_CODE(75),
    /** Unions whose names have most in common. */
    SIMILAR_NAME(40),
    /** Registration codes that differ in one character, or in the order of two. */
    SIMILAR_CODE(15),
    /** Numbers of employees at most a tenth apart. */
    SIMILAR_EMPLOYEES(10),
    /** Events of the same business date. */
    SAME_DAY(30),
    /** Events of business dates one or two days apart. */
    NEAR_DAY(10),
    /** Events of the same title. */
    SAME_TITLE(30),
    /** Events whose titles have most in common, or of which one holds the other. */
    SIMILAR_TITLE(20),
    /** Events whose titles have little in common. */
    OTHER_TITLE(-25),
    /** Events at the same place, or visits to the same enterprise. */
    SAME_PLACE(20),
    /** Places or enterprises that have most in common, or of which one holds the other. */
    SIMILAR_PLACE(12),
    /** Places or enterprises that have little in common. */
    OTHER_PLACE(-35),
    /** Numbers of workers met at most a tenth apart, and not none. */
    SIMILAR_CONTACTS(10),
    /** The later event was recorded as distinct from the earlier one (rule 7). */
    DECLARED_DISTINCT(-40),
    /** Persons of the same name. */
    SAME_PERSON_NAME(40),
    /** Persons with the same employer. */
    SAME_EMPLOYER(35),
    /** Persons whose employers' names have most in common, or of which one holds the other. */
    SIMILAR_EMPLOYER(20),
    /** Persons whose employers' names have little in common. */
    OTHER_EMPLOYER(-15),
    /** Mobile numbers that differ in one digit, or in the order of two. */
    SIMILAR_PHONE(15),
    /** Persons of whom both have an identity number: two of them are two people, unless one number is wrong. */
    OTHER_IDENTITY_NUMBER(-50),
    /** Recorded by the same unit. */
    SAME_UNIT(10),
    /** Recorded by a unit and by a part of it. */
    UNIT_AND_ITS_PART(15);

    private final int points;

    Reason(int points) {
        this.points = points;
    }

    /** What it adds to the score of a pair; below 0 where it speaks for two records. */
    public int points() {
        return points;
    }

    /** The code at the door, such as {@code same-day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason of this code.
     *
     * @throws IllegalArgumentException there is none
     */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
