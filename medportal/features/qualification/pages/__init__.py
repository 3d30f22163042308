"""Pages of qualification: the pack, the policy, the education, and a page for each type of paper."""

from medportal.features.qualification.pages import education, overview, papers, policy

PAGES = (overview.PAGE, policy.PAGE, education.PAGE, *papers.PAGES)
