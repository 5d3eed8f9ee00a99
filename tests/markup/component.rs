//! The component for Rust hosts, where there is no browser to fill it.

use futures::executor::block_on;
use social_or_not::{SocialOrNot, SocialOrNotProps, Theme};
use yew::{LocalServerRenderer, props};

#[test]
fn rendered_on_a_server_it_is_an_empty_place() {
    let props = props!(SocialOrNotProps { theme: Theme::Dark });
    let markup = block_on(LocalServerRenderer::<SocialOrNot>::with_props(props).hydratable(false).render());
    assert_eq!(markup, r#"<social-or-not-widget theme="dark"></social-or-not-widget>"#);
}
