package io.deskgraph.gateway.test;

import java.util.UUID;

/** The tenants, users and keys of {@code bootstrap.json}. The keys are made up and open nothing but these tests. */
public final class Tenancies {

    public static final String ROOT = "desk.test";
    public static final String ACME_HOST = "acme.desk.test";
    public static final String GLOBEX_HOST = "globex.desk.test";
    public static final String MSP_HOST = "msp.desk.test";

    public static final UUID ACME = UUID.fromString("01980000-0000-7000-8000-000000000001");
    public static final UUID GLOBEX = UUID.fromString("01980000-0000-7000-8000-000000000002");
    public static final UUID MSP = UUID.fromString("01980000-0000-7000-8000-000000000003");

    public static final UUID ADA = UUID.fromString("01980000-0000-7000-8000-0000000000a1");
    public static final UUID TOM = UUID.fromString("01980000-0000-7000-8000-0000000000a2");
    public static final UUID GRETA = UUID.fromString("01980000-0000-7000-8000-0000000000b1");

    public static final String ADA_KEY = "dgk_AcmeAdaAcmeAdaAcmeAdaAcmeAdaAcmeAdaAcmeAda1";
    public static final String TOM_KEY = "dgk_AcmeTomAcmeTomAcmeTomAcmeTomAcmeTomAcmeTom1";
    public static final String GRETA_KEY = "dgk_GlobexGretaGlobexGretaGlobexGretaGlobexGre1";
    public static final String MIA_KEY = "dgk_MspMiaMspMiaMspMiaMspMiaMspMiaMspMiaMspMia1";
    public static final String UNKNOWN_KEY = "dgk_NobodyNobodyNobodyNobodyNobodyNobodyNobody1";

    public static final String HASH_SECRET = "dGhpcyBzZWNyZXQgaXMgZm9yIHRlc3RzIG9ubHkgISE=";

    private Tenancies() {}
}
