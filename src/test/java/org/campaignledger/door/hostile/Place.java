package org.campaignledger.door.hostile;

/**
 * Where something wrong can be put.
 *
 * @param in   what kind of place
 * @param name of the parameter or header, or the field's JSON pointer
 */
record Place(In in, String name) {

    /** Kinds of places. */
    enum In {
        PATH, QUERY, FIELD, HEADER,
        /** The body as a whole. */
        BODY,
        /** A parameter that is not known. */
        ODD_NAME,
        /** The method, or the line and head themselves. */
        LINE
    }

    /** Whether every run asks it, however little time there is. */
    boolean isSwept() {
        return switch (in) {
            case PATH, QUERY, FIELD, BODY -> true;
            case HEADER, ODD_NAME, LINE -> false;
        };
    }

    @Override
    public String toString() {
        return in + (name.isEmpty() ? "" : " " + name);
    }
}
