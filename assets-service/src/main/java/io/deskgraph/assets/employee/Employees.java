package io.deskgraph.assets.employee;

import io.deskgraph.assets.lookup.NumberedKind;
import io.deskgraph.contracts.event.ReferenceState;
import io.deskgraph.kit.lookup.Use;
import java.util.List;
import java.util.Map;

/** What employees are. */
final class Employees extends NumberedKind<Employee, EmployeeRequest, EmployeeView> {

    static final Employees KIND = new Employees();

    private Employees() {
        super(Employee.class, EmployeeRequest.class, ReferenceState.EMPLOYEE);
    }

    @Override
    protected void fill(Employee row, EmployeeRequest request) {
        row.name = request.name().strip();
        row.email = request.email();
        row.department = request.department();
        row.isActive = request.isActive() == null || request.isActive();
    }

    @Override
    public EmployeeView view(Employee row) {
        return EmployeeView.of(row);
    }

    @Override
    protected Map<String, String> constraints() {
        return Map.of("employees_name_uk", "name");
    }

    @Override
    protected List<Use> uses() {
        return List.of(Use.of("assets", "assigned_to"));
    }
}
