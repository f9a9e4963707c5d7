package io.deskgraph.tickets.bundle;

/** Bodies as the API's description shows them. */
final class BundleExamples {

    private BundleExamples() {}

    static final String BUNDLE = """
            {
              "data": {
                "role": "master",
                "master_ticket_id": "0199f3a0-0003-7000-8000-000000000001",
                "master": {
                  "ticket_id": "0199f3a0-0003-7000-8000-000000000001",
                  "ticket_number": "TIC1000",
                  "title": "Mail is down",
                  "status_id": "0199f3a0-0007-7000-8000-000000000001",
                  "client_id": "0199f3a0-0008-7000-8000-000000000001"
                },
                "children": [
                  {
                    "ticket_id": "0199f3a0-0003-7000-8000-000000000002",
                    "ticket_number": "TIC1001",
                    "title": "Cannot send mail",
                    "status_id": "0199f3a0-0007-7000-8000-000000000001",
                    "client_id": "0199f3a0-0008-7000-8000-000000000001"
                  }
                ],
                "settings": {
                  "mode": "sync_updates",
                  "reopen_on_child_reply": false
                }
              }
            }""";

    static final String CREATE = """
            {
              "child_ticket_ids": [
                "0199f3a0-0003-7000-8000-000000000002",
                "0199f3a0-0003-7000-8000-000000000003"
              ],
              "mode": "sync_updates"
            }""";

    static final String CREATED = """
            {
              "data": {
                "masterTicketId": "0199f3a0-0003-7000-8000-000000000001",
                "childTicketIds": [
                  "0199f3a0-0003-7000-8000-000000000002",
                  "0199f3a0-0003-7000-8000-000000000003"
                ],
                "mode": "sync_updates"
              }
            }""";

    static final String ADD = """
            {
              "child_ticket_ids": [
                "0199f3a0-0003-7000-8000-000000000002",
                "0199f3a0-0003-7000-8000-000000000003"
              ],
              "allow_closed_master": false
            }""";

    static final String CHILDREN = """
            {
              "data": {
                "masterTicketId": "0199f3a0-0003-7000-8000-000000000001",
                "childTicketIds": [
                  "0199f3a0-0003-7000-8000-000000000002",
                  "0199f3a0-0003-7000-8000-000000000003"
                ]
              }
            }""";

    static final String REMOVED = """
            {
              "data": {
                "masterTicketId": "0199f3a0-0003-7000-8000-000000000001",
                "childTicketId": "0199f3a0-0003-7000-8000-000000000002",
                "remainingChildren": 1
              }
            }""";

    static final String PROMOTE = """
            {
              "new_master_ticket_id": "0199f3a0-0003-7000-8000-000000000002"
            }""";

    static final String PROMOTED = """
            {
              "data": {
                "oldMasterTicketId": "0199f3a0-0003-7000-8000-000000000001",
                "newMasterTicketId": "0199f3a0-0003-7000-8000-000000000002"
              }
            }""";

    static final String SETTINGS = """
            {
              "reopen_on_child_reply": true
            }""";

    static final String SETTINGS_RESULT = """
            {
              "data": {
                "master_ticket_id": "0199f3a0-0003-7000-8000-000000000001",
                "mode": "sync_updates",
                "reopen_on_child_reply": true
              }
            }""";

    static final String CHANGE = """
            {
              "status_id": "0199f3a0-0007-7000-8000-000000000002"
            }""";

    static final String PREVIEW = """
            {
              "data": {
                "master": {
                  "ticket_id": "0199f3a0-0003-7000-8000-000000000001",
                  "changes": {
                    "status_id": {
                      "old": "0199f3a0-0007-7000-8000-000000000001",
                      "new": "0199f3a0-0007-7000-8000-000000000002"
                    }
                  }
                },
                "children": [
                  {
                    "ticket_id": "0199f3a0-0003-7000-8000-000000000002",
                    "ticket_number": "TIC1001",
                    "changes": {
                      "status_id": {
                        "old": "0199f3a0-0007-7000-8000-000000000001",
                        "new": "0199f3a0-0007-7000-8000-000000000002"
                      }
                    },
                    "skipped": []
                  },
                  {
                    "ticket_id": "0199f3a0-0003-7000-8000-000000000003",
                    "ticket_number": "TIC1002",
                    "changes": {},
                    "skipped": [
                      {
                        "field": "status_id",
                        "reason": "no_matching_status"
                      }
                    ]
                  }
                ]
              }
            }""";
}
