<?php
/**
 * What the editor's script needs: WordPress reads this beside it.
 *
 * @package SocialOrNot
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => SocialOrNot\VERSION,
);
