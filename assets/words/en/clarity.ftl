# The table of the roles' clarity.

clarity-title = How clear the roles are
# $clear (Number) - how many roles are clear
# $all (Number) - how many roles there are
clarity-fact = { $clear } of { $all } clear
# $all (Number) - how many roles there are
clarity-fact-many = { $all } roles
clarity-role = role
clarity-purpose = purpose
clarity-duties = duties
clarity-domains = domains
clarity-holders = holders
clarity-focus = focus
clarity-term = term
clarity-review = review
clarity-missing = missing
clarity-missing-heading = missing
clarity-clear = clear
clarity-none = none
# $role (String) - the role's name
# $column (String) - what the column says
# $value (String) - what stands in it
# $key (String) - what opens it
clarity-detail = { $role }, { $column }: { $value }.   { $key } writes it
# $day (String) - a day that is over
clarity-passed = { $day }, which has passed
# $role (String) - the role's name
clarity-ask-purpose = What is { $role } for?
clarity-ask-purpose-hint = so that …: why the team needs it, in a sentence
# $role (String) - the role's name
clarity-ask-review = When does the team look at { $role } again?
# $role (String) - the role's name
clarity-ask-focus = You fill { $role }: which part of it?
clarity-ask-focus-hint = leave it empty for all of it
# $role (String) - the role's name
clarity-ask-term = Until when do you fill { $role }?

act-clarity = clarity
act-clarity-doc = how clear each role is, as a table in which what is missing can be written
